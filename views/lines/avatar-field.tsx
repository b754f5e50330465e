import type { Words } from '../../src/i18n/words.ts';
import type { Line } from '../../src/lines/settings.ts';
import { PictureField, type PictureLimits } from '../form/picture-field.tsx';
import { Avatar } from '../layout/avatar.tsx';

type Props = { limits: PictureLimits; line: Line | null; error: string | undefined; lost: boolean; words: Words };

/** The line's picture: what it is now, another one, or none. */
export const AvatarField = ({ limits, line, error, lost, words }: Props) => (
  <>
    <PictureField
      label={words.lines.avatar}
      help={words.lines.avatarHelp(limits.megabytes)}
      error={error ?? (lost ? words.lines.avatarAgain : undefined)}
      limits={limits}
    >
      {line && <Avatar id={line.id} name={line.name} src={line.avatarAddress} size="large" />}
    </PictureField>
    {line?.avatar && (
      <label class="checkbox">
        <input type="checkbox" name="removeAvatar" value="on" />
        <span>{words.lines.avatarRemove}</span>
      </label>
    )}
  </>
);
