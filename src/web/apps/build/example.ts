import type { App } from '../../../apps/app.ts';
import type { Field } from '../../../apps/fields/field.ts';
import { numberOf } from '../../../apps/fields/title.ts';
import type { Words } from '../../../i18n/words.ts';

type Titled = Pick<App, 'titlePattern' | 'numberPrefix' | 'numberDigits' | 'lastNumber'>;

/** What the next item would be called, with the names of fields for what would stand in them. */
export const exampleOf = (app: Titled, fields: readonly Field[], { apps }: Words): string =>
  app.titlePattern
    .replaceAll('{number}', numberOf(app, app.lastNumber + 1))
    .replaceAll(/\{f:([^}]*)\}/g, (_, id: string) =>
      apps.exampleValue(fields.find((field) => field.id === id)?.name ?? '?'),
    );
