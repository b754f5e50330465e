import type { Words } from '../words.ts';

export const files: Words['files'] = {
  refused: ({ name, problem, limit }) => {
    switch (problem) {
      case 'empty':
        return `Файл «${name}» пуст. Ничего не отправлено.`;
      case 'too-large':
        return `Файл «${name}» больше ${limit} МБ. Ничего не отправлено.`;
      case 'too-many':
        return `За один раз можно отправить не больше ${limit} файлов. Ничего не отправлено.`;
      case 'disk-full':
        return `На сервере не осталось места для файла «${name}». Ничего не отправлено; сообщите администратору.`;
    }
  },
};
