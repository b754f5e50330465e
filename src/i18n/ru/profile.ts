import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const seconds = plural('ru', { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' });

export const profile: Words['profile'] = {
  tabs: { profile: 'Профиль', security: 'Безопасность' },

  name: 'Имя',
  timeZone: 'Часовой пояс',
  timeZoneAuto: 'Как в браузере',
  timeZoneHelp: 'По нему показывается всё время.',

  picture: 'Фотография',
  pictureHelp: (megabytes) =>
    `JPEG, PNG, WebP или GIF, до ${megabytes} МБ. Из середины вырезается квадрат; место съёмки не сохраняется.`,
  pictureSave: 'Сохранить фотографию',
  pictureRemove: 'Убрать фотографию',
  pictureProblems: {
    none: 'Сначала выберите файл.',
    empty: 'Этот файл пуст.',
    'no-picture': 'Это не изображение, которое можно использовать: нужен JPEG, PNG, WebP или GIF.',
    'too-large': 'Это изображение слишком велико. Уменьшите его и попробуйте ещё раз.',
    broken: 'Это изображение не читается: возможно, файл повреждён.',
    busy: 'Сейчас обрабатывается много изображений. Попробуйте через минуту.',
    'disk-full': 'На сервере нет места. Скажите об этом администратору.',
  },

  password: 'Пароль',
  passwordLead: 'После смены пароля вход сохранится только здесь.',
  passwordChange: 'Сменить пароль',
  passwordCurrent: 'Текущий пароль',
  passwordNew: 'Новый пароль',
  passwordHelp: (characters) => `Не короче ${characters} символов.`,
  passwordChanged: 'Пароль изменён. Во всех других местах вы вышли.',
  passwordFirst: 'Придумайте свой пароль',
  passwordFirstLead: 'Этот пароль вам выдали. Придумайте другой, который знаете только вы, и продолжайте работу.',
  passwordProblems: {
    wrong: 'Это не текущий пароль.',
    same: 'Это и есть ваш пароль. Придумайте другой.',
    slow: (time) => `Слишком много неверных паролей. Подождите ${seconds(time)} и попробуйте ещё раз.`,
    crowded: 'Сейчас входит очень много людей. Попробуйте чуть позже.',
    changed: 'Тем временем пароль изменили в другом месте. Войдите с новым.',
  },

  secondFactor: 'Второй фактор',
  secondFactorOn: 'Включён: при входе нужен ещё и код с телефона.',
  secondFactorOff: 'Выключен: войти может любой, кто знает пароль.',
  secondFactorLink: 'Настройки второго фактора',

  signIns: 'Где вы вошли',
  here: 'Это устройство',
  device: (browser, system) =>
    browser === null ? (system ?? 'Неизвестный браузер') : system === null ? browser : `${browser}, ${system}`,
  from: (address) => `адрес ${address}`,
  since: 'Вход',
  lastUsed: 'последняя активность',
  end: 'Выйти',
  endOf: (device) => `Выйти: ${device}`,
  ended: 'Там вы вышли.',
  endOthers: 'Выйти на остальных устройствах',
  endOthersText: 'На всех остальных устройствах вы сразу выйдете, здесь останетесь.',
  endOthersConfirm: 'Да, выйти на остальных устройствах',
  endAll: 'Выйти везде',
  endAllText: 'Вы сразу выйдете на всех устройствах, и здесь тоже.',
  endAllConfirm: 'Да, выйти везде',
};
