import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const unread = plural('ru', {
  one: 'непрочитанное',
  few: 'непрочитанных',
  many: 'непрочитанных',
  other: 'непрочитанных',
});

export const messages: Words['messages'] = {
  title: 'Сообщения',
  conversations: 'Переписки',
  search: 'Поиск',
  found: 'Найденные сообщения',
  searchGo: 'Найти',
  writeToLine: 'Написать на линию',
  pickLine: 'Написать на линию',
  unread: (line: string, count: number): string => (count > 0 ? `${line}, ${unread(count)}` : line),
  you: 'Вы',
  files: 'Файлы',
  empty: {
    list: { title: 'Сообщений пока нет', text: 'Напишите на линию, и ответ придёт сюда.' },
    found: { title: 'Ничего не найдено', text: 'Попробуйте другое слово или его часть.' },
    picker: { title: 'Писать пока некуда', text: 'Здесь появятся линии, на которые вы можете писать.' },
    chosen: { title: 'Переписка не выбрана', text: 'Выберите её в списке или напишите на линию.' },
    chat: { title: 'Пока ничего не написано', text: 'Напишите первое сообщение: ответит тот, кто свободен.' },
  },
  closed: 'Обращение закрыто. Пишите снова, когда понадобится.',
  noLonger: 'Вы больше не можете писать на эту линию.',
  cannotWrite: {
    archived: 'Линия в архиве и не принимает новых сообщений. Всё написанное остаётся здесь.',
    audience: 'Вы больше не можете писать на эту линию. Всё написанное остаётся здесь.',
  },
};
