import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const seconds = plural('ru', { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' });
const minutes = plural('ru', { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' });

export const signIn: Words['signIn'] = {
  title: 'Вход',
  email: 'Почта',
  password: 'Пароль',
  button: 'Войти',
  forgotten: 'Забыли пароль? Администратор может дать вам ссылку, по которой задают новый.',
  wrong: 'Почта или пароль не подходят.',
  slow: (wait: number): string =>
    `Слишком много неверных паролей. Попробуйте через ${wait < 120 ? seconds(wait) : minutes(Math.ceil(wait / 60))}.`,
  crowded: 'Сейчас входит слишком много людей. Попробуйте через несколько секунд.',
  ended: 'За это время ваш сеанс завершился.',
  kept: 'Написанное сохранено: войдите — и найдёте его там, где писали.',
  keptTitle: 'Вы написали:',
  filesAgain: 'Приложенные файлы не сохраняются: прикрепите их, пожалуйста, ещё раз.',

  setUp: {
    title: 'Настройка Lines',
    lead: 'Назовите компанию и создайте первого администратора — себя.',
    code: 'Код настройки',
    codeHelp: 'Он напечатан там, где запустили Lines.',
    company: 'Компания',
    name: 'Ваше имя',
    email: 'Почта',
    emailHelp: 'По ней вы входите. На неё ничего не отправляется.',
    password: 'Пароль',
    passwordHelp: (characters: number): string => `Не короче ${characters} знаков.`,
    button: 'Создать компанию',
    late: 'Кто-то успел раньше: компания уже создана. Войдите или попросите доступ у администратора.',
    administrators: 'Администраторы',
    everyone: 'Все',
  },

  link: {
    title: 'Новый пароль',
    lead: (name: string, email: string): string => `${name}, с ним вы будете входить как ${email}.`,
    password: 'Новый пароль',
    button: 'Сохранить и войти',
  },
};
