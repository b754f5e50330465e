import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const unread = plural('ru', {
  one: 'непрочитанное',
  few: 'непрочитанных',
  many: 'непрочитанных',
  other: 'непрочитанных',
});
const sessions = plural('ru', { one: 'сессия', few: 'сессии', many: 'сессий', other: 'сессии' });

export const desk: Words['desk'] = {
  boxes: 'Папки',
  sessions: 'Сессии',
  session: 'Сессия',
  box: {
    waiting: 'Ждут вас',
    mine: 'Мои сессии',
    unassigned: 'Неназначенные',
    active: 'Активные',
    closed: 'Закрытые',
  },
  boxOf: (line: string, box: string): string => `${line}: ${box}`,
  archived: 'в архиве',
  addLine: 'Добавить',
  lineSettings: 'Настройки',
  row: {
    new: 'Новая',
    isNew: (client: string): string => `${client}, новая`,
    unread: (client: string, count: number): string => `${client}, ${unread(count)}`,
    files: 'Файлы',
    waits: 'Ждёт с',
    owner: (name: string): string => `Отвечает ${name}`,
    channels: { test: 'Из тестового канала' },
  },
  empty: {
    waiting: {
      title: 'Вас никто не ждёт',
      text: 'Новые сообщения ваших клиентов и неназначенные сессии появятся здесь сами.',
    },
    mine: {
      title: 'У вас нет сессий',
      text: 'Возьмите из «Неназначенных» или нажмите синий счётчик, чтобы взять следующую.',
    },
    unassigned: { title: 'Никто не ждёт', text: 'Как только клиент напишет, сессия появится здесь.' },
    active: { title: 'Активных сессий нет', text: 'Сессии появляются здесь, когда их берёт оператор.' },
    closed: { title: 'Закрытых сессий пока нет', text: 'Закрытые сессии остаются здесь вместе со всей перепиской.' },
    line: { title: 'Вы не отвечаете на этой линии', text: 'Её сессии видят только её операторы и супервизоры.' },
    lines: { title: 'Линий пока нет', text: 'Здесь появятся линии, на которых вы отвечаете или за которыми следите.' },
    linesAdd: {
      title: 'Ваших линий нет',
      text: 'Здесь появятся линии, где вы отвечаете или за которыми следите. Добавьте линию или откройте все.',
    },
    chosen: { title: 'Сессия не выбрана', text: 'Выберите сессию в списке, чтобы прочитать её.' },
  },
  state: {
    bot: 'С ботом',
    unassigned: 'Ждёт оператора',
    active: (owner: string): string => `Отвечает ${owner}`,
    closed: 'Закрыта',
  },
  take: 'Взять',
  reassign: 'Переназначить',
  reassignTo: (name: string): string => `Переназначить: ${name}`,
  reassignTitle: (client: string): string => `Переназначить сессию: ${client}`,
  reassignNobody: 'На этой линии нет других операторов.',
  giveBack: 'Вернуть в очередь',
  close: 'Закрыть сессию',
  cannotReply: {
    unassigned: 'Пока никто не отвечает.',
    take: 'Пока никто не отвечает. Возьмите сессию, чтобы написать.',
    other: (owner: string): string => `Здесь отвечает ${owner}.`,
    closed: 'Сессия закрыта. Когда клиент напишет снова, откроется новая.',
    bot: 'Здесь отвечает бот.',
  },
  info: {
    title: 'Информация о клиенте',
    show: 'Показать информацию о клиенте',
    channel: 'Канал',
    chat: 'Встроенный чат',
    line: 'Линия',
    firstContact: 'Первое обращение',
    sessions,
    sessionsLabel: 'История',
  },
  event: {
    taken: (who: string): string => `${who}: сессия взята`,
    reassigned: (who: string, to: string): string => `${who}: сессия переназначена, теперь отвечает ${to}`,
    returned: (who: string): string => `${who}: сессия возвращена в очередь`,
    released: (who: string, why: 'role' | 'deactivated' | null): string =>
      `${who} ${lost(why)}; сессия вернулась в очередь`,
    closed: {
      operator: (who: string): string => `${who}: сессия закрыта`,
      client: 'Сессию закрыл клиент',
      silence: 'Закрыта: клиент молчал',
      bot: 'Закрыта ботом',
      spam: 'Закрыта как спам',
      window: 'Закрыта: время для ответа истекло',
      archived: 'Закрыта: линия в архиве',
    },
    somebody: 'Кто-то',
  },
};

const lost = (why: 'role' | 'deactivated' | null): string => {
  if (why === 'role') return 'больше не оператор этой линии';
  return why === 'deactivated'
    ? 'больше не имеет доступа: учётная запись отключена'
    : 'больше не отвечает на этой линии';
};
