/**
 * What people hear in each language, by which journeys find things. Written down here once more and not read from the
 * product: whoever changes a name there changes what people know by heart, and has to say so here.
 */
export type Heard = typeof english;

const english = {
  main: 'Main',
  messages: 'Messages',
  lines: 'Lines',
  writeToLine: 'Write to a line',
  message: 'Message',
  attach: 'Attach files',
  send: 'Send',
  saveDraft: 'Save draft',
  log: 'Conversation',
  boxes: 'Boxes',
  sessions: 'Sessions',
  waiting: 'Waiting for you',
  mine: 'My sessions',
  unassigned: 'Unassigned',
  active: 'Active',
  closed: 'Closed',
  take: 'Take',
  reassign: 'Reassign',
  close: 'Close session',
  client: 'Client information',
  seen: 'Seen',
  isNew: (client: string) => `${client}, new`,
  takeNext: (count: number) => `Take next session, ${count} waiting`,
  unread: (name: string, count: number) => `${name}, ${count} unread`,
  reassignTo: (name: string) => `Reassign to ${name}`,
  closedBy: (name: string) => `${name} closed the session`,
  typing: (name: string) => `${name} is typing…`,
  nowWith: (name: string) => `${name} has this session now.`,
};

const russian: Heard = {
  main: 'Главное меню',
  messages: 'Сообщения',
  lines: 'Линии',
  writeToLine: 'Написать на линию',
  message: 'Сообщение',
  attach: 'Прикрепить файлы',
  send: 'Отправить',
  saveDraft: 'Сохранить черновик',
  log: 'Переписка',
  boxes: 'Папки',
  sessions: 'Сессии',
  waiting: 'Ждут вас',
  mine: 'Мои сессии',
  unassigned: 'Неназначенные',
  active: 'Активные',
  closed: 'Закрытые',
  take: 'Взять',
  reassign: 'Переназначить',
  close: 'Закрыть сессию',
  client: 'Информация о клиенте',
  seen: 'Прочитано',
  isNew: (client) => `${client}, новая`,
  takeNext: (count) => `Взять следующую сессию, ${count} ${count === 1 ? 'ждёт' : 'ждут'}`,
  unread: (name, count) => `${name}, ${count} ${count === 1 ? 'непрочитанное' : 'непрочитанных'}`,
  reassignTo: (name) => `Переназначить: ${name}`,
  closedBy: (name) => `${name}: сессия закрыта`,
  typing: (name) => `${name} печатает…`,
  nowWith: (name) => `Этой сессией теперь занимается ${name}.`,
};

export const heard = { en: english, ru: russian } as const;
