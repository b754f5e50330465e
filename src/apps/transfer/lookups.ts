import type { Reader } from '../../db/doors.ts';
import type { App } from '../app.ts';
import type { Find } from '../fields/cell.ts';
import type { Field } from '../fields/field.ts';
import { appById } from '../read.ts';
import { itemsNamedBy } from './named-items.ts';
import { usersNamedBy } from './named-users.ts';

/** By the text, the id of what it names; `several` where it names more than one. */
export type NamedBy = ReadonlyMap<string, string | 'several'>;

/** Texts of cells that name people or items, looked up many at once and remembered for a while. */
export class Lookups {
  readonly #db: Reader;
  readonly #actor: string;
  /** By whom or what they name, then by the text; undefined for nothing. */
  readonly #known = new Map<string, Map<string, string | undefined>>();
  readonly #apps = new Map<string, App | undefined>();

  /** @param actor what they may not see is not found */
  constructor(db: Reader, actor: string) {
    this.#db = db;
    this.#actor = actor;
  }

  /** Looks up what is not known yet, so that `find` knows it. */
  async prepare(wanted: ReadonlyMap<Field, ReadonlySet<string>>): Promise<void> {
    for (const [field, texts] of wanted) {
      const known = this.#of(field);
      if (known.size > most) known.clear();
      const unknown = [...texts].filter((text) => !known.has(text));
      const found = await this.#ask(field, unknown);
      for (const text of texts) if (!known.has(text)) known.set(text, found.get(text));
    }
  }

  readonly find: Find = (field, text) => this.#of(field).get(text);

  async #ask(field: Field, texts: readonly string[]): Promise<NamedBy> {
    if (texts.length === 0) return nothing;
    if (field.kind === 'user') return usersNamedBy(this.#db, texts);
    if (field.kind !== 'reference' && field.kind !== 'references') return nothing;
    const app = await this.#app(field.options.app);
    return app ? itemsNamedBy(this.#db, this.#actor, app, texts) : nothing;
  }

  async #app(id: string): Promise<App | undefined> {
    if (!this.#apps.has(id)) this.#apps.set(id, await appById(this.#db, id));
    return this.#apps.get(id);
  }

  #of(field: Field): Map<string, string | undefined> {
    const about = field.kind === 'reference' || field.kind === 'references' ? field.options.app : field.kind;
    const known = this.#known.get(about) ?? new Map<string, string | undefined>();
    this.#known.set(about, known);
    return known;
  }
}

/** Texts that are remembered of one kind. */
const most = 10_000;

const nothing: NamedBy = new Map();
