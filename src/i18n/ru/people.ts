import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const members = plural('ru', { one: 'участник', few: 'участника', many: 'участников', other: 'участника' });

export const people: Words['people'] = {
  admin: 'Управление',
  parts: { users: 'Пользователи', groups: 'Группы', units: 'Оргструктура', security: 'Безопасность', audit: 'Журнал' },
  users: 'Пользователи',
  groups: 'Группы',
  search: 'Найти',
  searchUsers: 'Поиск по имени или почте',
  searchGroups: 'Поиск по названию',
  nextPage: 'Следующая страница',
  firstPage: 'Первая страница',
  nobodyFound: 'Никого не нашлось',
  nothingFound: 'Ничего не нашлось',
  otherSearch: 'Попробуйте часть имени или другое написание.',

  newUser: 'Новый пользователь',
  name: 'Имя',
  email: 'Почта',
  password: 'Пароль',
  passwordHelp: (characters: number): string => `Не короче ${characters} знаков. Сообщите его человеку сами.`,
  passwordKeep: 'Оставьте пустым, чтобы не менять. С новым паролем придётся войти заново на всех устройствах.',
  userGroups: 'Группы',
  noGroups: 'Групп пока нет.',
  everyoneHelp: 'В группу «Все» входит каждый.',
  deactivated: 'Отключён',
  you: 'Вы',
  saved: 'Сохранено.',

  access: 'Доступ',
  deactivate: 'Отключить пользователя',
  deactivateText: (name: string): string =>
    `${name}: вход сразу завершится на всех устройствах, открытые сессии вернутся в очередь. Всё написанное останется.`,
  deactivateConfirm: (name: string): string => `Отключить: ${name}`,
  activate: (name: string): string => `Включить: ${name}`,
  isDeactivated: 'Этот человек отключён и не может войти.',

  newGroup: 'Новая группа',
  groupName: 'Название',
  members,
  membersTitle: 'Участники',
  noMembers: 'В этой группе пока никого нет.',
  addMembers: 'Добавить людей',
  addMember: (name: string): string => `Добавить: ${name}`,
  removeMember: (name: string): string => `Убрать: ${name}`,
  add: 'Добавить',
  remove: 'Убрать',
  system: 'Системная группа',
  systemText: 'На эту группу опирается сам Lines: её нельзя переименовать или удалить.',
  everyoneText: 'В неё с первого дня входит каждый в компании.',
  deleteGroup: 'Удалить',
  deleteText: (name: string): string => `Группа «${name}» исчезнет насовсем. Люди останутся.`,
  deleteConfirm: (name: string): string => `Удалить группу «${name}»`,

  me: 'Ваши настройки',
  signedInAs: (email: string): string => `Вы вошли как ${email}.`,
  language: 'Язык',
  languageAuto: 'Как в браузере',
  theme: 'Тема',
  themes: { auto: 'Как на устройстве', light: 'Светлая', dark: 'Тёмная' },
  sound: 'Звук при новых сообщениях',

  summary: 'Проверьте, пожалуйста:',
  problems: {
    required: 'Это поле нужно заполнить.',
    'too-long': 'Слишком длинно.',
    'too-short': 'Слишком коротко.',
    'no-email': 'Это не адрес почты. Он выглядит так: name@example.com.',
    'email-taken': 'Эта почта уже у другого человека.',
    'name-taken': 'Группа с таким названием уже есть.',
    'wrong-code': 'Код не подходит.',
    invalid: 'Это значение не подходит.',
  },
  refusals: {
    'last-administrator': 'Управлять компанией было бы некому: сначала сделайте администратором кого-нибудь ещё.',
    'group-in-use': (names: string): string =>
      `На эту группу опираются линии или приложения: ${names}. Сначала уберите её из их настроек.`,
    'system-group': 'На эту группу опирается сам Lines: так её изменить нельзя.',
    'sent-before':
      'Эта форма уже была отправлена с другим содержанием. Сейчас ничего не изменено: проверьте список, прежде чем отправлять снова.',
    missing: 'Чего-то из выбранного больше нет. Ничего не изменено.',
  },

  bad: {
    title: 'Не удалось прочитать запрос',
    text: 'Данные пришли не полностью или не из формы Lines. Ничего не изменено. Вернитесь и попробуйте ещё раз.',
  },
  large: {
    title: 'Слишком много данных',
    text: 'Отправлено больше, чем вмещает любая форма. Ничего не изменено. Вернитесь и сократите.',
  },
  again: {
    copy: 'Вот что вы отправляли. Скопируйте то, что ещё нужно.',
    sent: 'Вот что вы отправляли. Ничего не пропало: отправьте ещё раз чуть позже.',
    button: 'Отправить ещё раз',
    secret: 'Пароли, коды и файлы не сохраняются: вернитесь и введите их ещё раз.',
  },
  back: 'На главную',
};
