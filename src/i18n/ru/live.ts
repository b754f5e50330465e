import type { Words } from '../words.ts';

export const live: Words['live'] = {
  gone: {
    taken: (owner) => `Этой сессией теперь занимается ${owner}.`,
    closed: 'Эта сессия закрыта.',
    elsewhere: 'Эта сессия вам больше не видна.',
    back: 'Назад к списку',
  },
  notice: {
    queue: (line) => `Новое обращение: ${line}`,
    assigned: (by) => `${by} передаёт вам сессию`,
    assignedBySystem: 'Вам передали сессию',
    from: (client, line) => `${client}, ${line}`,
    files: 'Файлы',
  },
};
