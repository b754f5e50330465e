import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const references = plural('ru', {
  one: 'элемент ссылается',
  few: 'элемента ссылаются',
  many: 'элементов ссылаются',
  other: 'элемента ссылаются',
});
const howMany = plural('ru', { one: 'элемент', few: 'элемента', many: 'элементов', other: 'элемента' });

export const items: Words['items'] = {
  newTitle: (app: string): string => `Новый элемент: ${app}`,
  editTitle: (item: string): string => `${item}: изменение`,
  builtInChat: 'Встроенный чат',
  number: 'Номер',
  notSaved: 'Ещё не сохранено: посмотрите сюда',
  saved: 'Сохранено',
  same: 'Ничего не изменилось.',
  noFields: 'В форме этого приложения пока нет полей. Элемент всё равно можно сохранить: он получит номер.',
  sentBefore:
    'Эта форма уже была отправлена с другим содержанием. То, что вы ввели, осталось ниже: проверьте и нажмите «Сохранить», чтобы добавить ещё один элемент.',
  formGone:
    'Тем временем этот элемент удалили. То, что вы ввели, не сохранено; оно осталось ниже, чтобы вы могли его скопировать.',
  filesAgain: 'Браузеры забывают выбранные файлы: выберите их ещё раз.',
  edit: 'Изменить',
  empty: '–',
  fields: 'Поля',

  created: 'Создан',
  changed: 'Изменён',
  by: (name: string): string => `– ${name}`,
  byProduct: '– система',

  delete: 'Удалить',
  deleteTitle: (item: string): string => `Удалить «${item}»?`,
  deleteText:
    'Элемент исчезнет из всех списков и из поиска. В течение 30 дней его можно вернуть, потом он пропадёт насовсем.',
  deleteReferred: (count: number): string => `На него ${references(count)}: ссылки останутся, но вести будут в никуда.`,
  deleteReferredNot: 'Другие элементы на него не ссылаются.',
  deleteConfirm: (item: string): string => `Удалить «${item}»`,
  deletedNow: 'Элемент удалён.',
  deletedBy: (name: string): string => `Удалено: ${name}`,
  deletedHelp: 'Его больше нет ни в одном списке. Вернуть его можно в течение 30 дней после удаления.',
  bringBack: 'Вернуть',
  broughtBack: 'Элемент возвращён.',
  takenMeanwhile: (fields: string): string =>
    `В прежнем виде вернуть нельзя: такое же значение теперь есть у другого элемента (${fields}). Сначала измените его там.`,

  conflictTitle: 'Тем временем этот элемент изменил кто-то ещё',
  conflict: (name: string): string =>
    `Пока вы правили, другие значения уже сохранены. Кто: ${name}. То, что ввели вы, осталось в форме и не сохранено. Нажмите «Сохранить», чтобы оставить своё, или выберите, что принять.`,
  conflictTheirs: 'Сейчас сохранено',
  conflictMine: 'Ввели вы',
  takeTheirs: 'Принять сохранённое',
  takeTheirsOf: (field: string): string => `Принять сохранённое: ${field}`,
  somebody: 'Кто-то',

  related: 'Связанные элементы',
  relatedNone: 'На этот элемент никто не ссылается.',
  relatedOf: (app: string, field: string): string => `${app} · ${field}`,
  relatedAll: (count: number): string => `Показать все: ${howMany(count)}`,

  conversations: 'Переписки',
  conversationsNone: 'Переписок пока нет: они приходят вместе с учётными записями этого элемента.',
  conversationLast: 'последнее сообщение',
  conversationSessions: plural('ru', { one: 'сессия', few: 'сессии', many: 'сессий', other: 'сессии' }),

  comments: 'Комментарии',
  commentsNone: 'Комментариев пока нет.',
  comment: 'Комментарий',
  commentAdd: 'Добавить комментарий',
  commentEmpty: 'Введите комментарий.',
  commentTooLong: (most: number): string => `Комментарий слишком длинный: не больше ${most} символов.`,
  commentSentBefore:
    'Этот комментарий уже был отправлен с другими словами. То, что вы ввели, осталось ниже: нажмите кнопку, чтобы добавить и его.',
  commentTakeBack: 'Удалить',
  commentTakenBack: 'Комментарий удалён.',
  commentsEarlier: (count: number): string => `Показать все (${count})`,

  history: 'История',
  historyEarlier: 'Более ранние изменения',
  historyKinds: { created: 'создание', changed: 'изменение', deleted: 'удаление', restored: 'возвращение' },
  historyProduct: 'Система',
  historyImported: 'из файла',
  historyFromChat: 'из чата',

  tooManyFiles: (most: number): string =>
    `С одной формой может прийти не больше ${most} файлов. Сохраните и добавьте остальные потом.`,
  fileEmpty: (name: string): string => `Файл «${name}» пуст.`,
  fileTooLarge: (name: string, megabytes: number): string => `Файл «${name}» больше ${megabytes} МБ.`,
  fileDisk: (name: string): string => `На сервере нет места для файла «${name}». Скажите об этом администратору.`,
};
