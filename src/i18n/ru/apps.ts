import type { Words } from '../words.ts';

export const apps: Words['apps'] = {
  archived: 'В архиве',
  parts: { list: 'Список', imports: 'Импорт', fields: 'Поля', settings: 'Настройки' },
};
