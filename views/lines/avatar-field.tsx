import type { Words } from '../../src/i18n/words.ts';
import type { Line } from '../../src/lines/settings.ts';
import { describedBy, Field, fieldId } from '../form/field.tsx';
import { Avatar } from '../layout/avatar.tsx';

/** What a picture may be: `megabytes` at most, and of which types. */
export type PictureLimits = { megabytes: number; types: readonly string[] };

type Props = { limits: PictureLimits; line: Line | null; error: string | undefined; lost: boolean; words: Words };

/** The line's picture: what it is now, another one, or none. */
export const AvatarField = ({ limits, line, error, lost, words }: Props) => {
  const field = {
    name: 'avatar',
    label: words.lines.avatar,
    help: words.lines.avatarHelp(limits.megabytes),
    error: error ?? (lost ? words.lines.avatarAgain : undefined),
  };
  return (
    <>
      <Field {...field}>
        <div class="file-field">
          {line && <Avatar id={line.id} name={line.name} src={line.avatarAddress} size="large" />}
          <input
            id={fieldId('avatar')}
            type="file"
            name="avatar"
            accept={limits.types.join(',')}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy(field)}
          />
        </div>
      </Field>
      {line?.avatar && (
        <label class="checkbox">
          <input type="checkbox" name="removeAvatar" value="on" />
          <span>{words.lines.avatarRemove}</span>
        </label>
      )}
    </>
  );
};
