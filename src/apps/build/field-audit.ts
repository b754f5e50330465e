import type { AuditValues } from '../../db/facts.ts';
import type { FieldDefinition } from './definition.ts';

/** What the audit log tells of a field: all of it, or only the settings that are named. */
export const told = (settings: Partial<FieldDefinition>, names?: readonly string[]): AuditValues => {
  const shown = (name: keyof FieldDefinition): boolean =>
    settings[name] !== undefined && (names === undefined || names.includes(name));
  return {
    ...(shown('name') && { name: settings.name }),
    ...(shown('kind') && { fieldKind: settings.kind }),
    ...(shown('required') && { required: settings.required }),
    ...(shown('sole') && { unique: settings.sole }),
    ...(shown('hint') && { hint: settings.hint }),
    ...(shown('initial') && { initial: settings.initial === null ? '' : String(settings.initial) }),
    ...(shown('onForm') && { onForm: settings.onForm }),
    ...(shown('inList') && { inList: settings.inList }),
    ...(shown('options') && settings.options && toldOptions(settings.options)),
  };
};

const toldOptions = (options: FieldDefinition['options']): AuditValues => ({
  ...('choices' in options && {
    choices: options.choices
      .filter((choice) => !choice.retired)
      .map((choice) => choice.name)
      .join(', '),
  }),
  ...('currency' in options && { currency: options.currency }),
  ...('decimals' in options && { decimals: options.decimals }),
  ...('app' in options && { refersTo: options.app }),
});
