import type { Chance } from '../made-up/chance.ts';

/** Sentences to take from, made once, since making each anew would be most of the work. */
export const sentences = (chance: Chance): readonly string[] => Array.from({ length: 5_000 }, () => sentence(chance));

/** A sentence. Some words stand in many and some in few, as in life; one in thirty names a number that hardly another does. */
export const say = (chance: Chance, from: readonly string[]): string => {
  const text = chance.pick(from);
  return chance.oneIn(30) ? `${text} №${chance.below(1_000_000)}` : text;
};

const sentence = (chance: Chance): string => {
  const words = chance.oneIn(2) ? russian : english;
  // The earlier a word stands in its list, the more often it is said.
  const word = () => words[Math.floor(words.length * (chance.below(1000) / 1000) ** 2)] ?? '';
  const text = Array.from({ length: 3 + chance.below(14) }, word).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const english =
  `the it is not please I my we to and a you have can now again still with on for printer password mail today
  office laptop screen account access network thanks hello check order phone update error file page works open sent since
  morning yesterday number link new device window form manager request wait restart cable report folder shared calendar meeting
  invoice delivery question projector headset keyboard certificate token mailbox signature backup licence monitor archive`.split(
    /\s+/,
  );

const russian =
  `не в и на у меня я что это пожалуйста снова как уже с по для принтер пароль почта сегодня спасибо здравствуйте
  ноутбук экран доступ сеть заявка проверьте заказ телефон обновление ошибка файл страница работает открыть отправил утром
  вчера номер ссылка новый устройство окно форма руководитель запрос подождите перезагрузка кабель отчёт папка общая календарь
  встреча счёт доставка вопрос проектор гарнитура клавиатура сертификат ящик подпись копия лицензия монитор архив`.split(
    /\s+/,
  );
