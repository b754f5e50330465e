import { say, sentences } from '../../src/commands/flood/texts.ts';
import { type Chance, chanceFrom } from '../../src/commands/made-up/chance.ts';
import type { Item, Value } from './fields.ts';

/** Makes items up, always the same: the next ones of a list that never ends. */
export const makeUp = (): ((count: number) => Item[]) => {
  const chance = chanceFrom(4);
  const notes = sentences(chance);
  let seq = 0;
  return (count) => Array.from({ length: count }, () => itemOf(chance, notes, ++seq));
};

const start = Date.UTC(2024, 0, 1);
const day = 86_400_000;

const itemOf = (chance: Chance, notes: readonly string[], seq: number): Item => {
  const at = start + seq * 60_000;
  const maybe = (percent: number, value: () => Value): Value => (chance.below(100) < percent ? value() : null);
  const id = () => chance.id(at);
  const several = (most: number, value: () => string): Value => {
    const made = new Set(Array.from({ length: chance.below(most + 1) }, value));
    return made.size > 0 ? [...made] : null;
  };
  const status = chance.pick(statuses);
  const person = `${chance.pick(surnames)}${chance.pick(endings)} ${chance.pick(names)}`;
  const name = chance.oneIn(10_000) ? null : `${person} ${chance.below(900) + 100}`;
  return {
    seq,
    id: id(),
    values: [
      name,
      maybe(95, () => chance.pick(cities)),
      maybe(90, () => `+79${String(chance.below(1e9)).padStart(9, '0')}`),
      maybe(70, () => `client${chance.below(1e7)}@example.test`),
      maybe(30, () => `https://example.test/${chance.below(1e6)}`),
      maybe(60, () => [say(chance, notes), say(chance, notes), say(chance, notes)].join('. ')),
      maybe(90, () => chance.below(100_000_00)),
      maybe(80, () => chance.below(100_000) / 8),
      // Whoever looks for an urgent one among the archived looks in vain, and no index on one field alone knows.
      status === 'archived' ? 0 : chance.below(2),
      maybe(80, () => start + day * chance.below(1000)),
      maybe(80, () => start + chance.below(1_440_000) * 60_000),
      status,
      several(3, () => chance.pick(tags)),
      maybe(95, () => `user-${chance.below(50)}`),
      maybe(80, () => `item-${chance.below(20_000)}`),
      several(2, () => `item-${chance.below(200_000)}`),
      maybe(60, () => id()),
      several(2, id),
      `C-${String(seq).padStart(8, '0')}`,
      maybe(5, () => chance.below(10)),
    ],
  };
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const statuses = words('new new new work work work waiting waiting done archived archived archived');
const tags = words('важно срочно возврат жалоба опт розница доставка гарантия партнёр повтор новый прочее');
const names = words('Анна Пётр Ольга Семён Мария Иван Фёдор Елена Ирина Олег Борис Вера Глеб Дарья Кирилл Лидия');
const endings = words('ов ин ский ев енко ман');
const cities =
  words(`Москва Казань Орёл Тверь Пермь Омск Уфа Самара Тула Псков Рязань Калуга Курск Липецк Вологда Барнаул
  Berlin Paris Madrid Wien Praha Riga Oslo Roma`);
const surnames =
  words(`Зябл Воробь Соколь Орл Щегл Журавл Голуб Лебед Вороб Синиц Скворц Дрозд Грач Сорок Ястреб Филин Куропат
  Кузнец Плотник Гончар Ткач Мельник Пахар Рыбак Охотник Бондар Кожемяк Смирн Тих Груст Весел Храбр Умн Сильн Быстр Медл`);
