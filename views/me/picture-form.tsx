import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { describedBy, Field, fieldId } from '../form/field.tsx';
import { Avatar } from '../layout/avatar.tsx';

export type PictureFormProps = {
  words: Words;
  id: string;
  name: string;
  /** The address of the picture, null for none. */
  avatar: string | null;
  limits: { megabytes: number; types: readonly string[] };
  error: string | undefined;
};

/** The face that others see: what it is now, another one, or none. */
export const PictureForm = ({ words: { profile }, id, name, avatar, limits, error }: PictureFormProps) => {
  const field = { name: 'avatar', label: profile.picture, help: profile.pictureHelp(limits.megabytes), error };
  return (
    <form class="form form-section" method="post" action="/me/avatar" enctype="multipart/form-data">
      <Field {...field}>
        <div class="file-field">
          <Avatar id={id} name={name} src={avatar} size="large" />
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
      <div class="buttons">
        <Button kind="plain">{profile.pictureSave}</Button>
        {avatar !== null && (
          <Button kind="plain" name="remove" value="on">
            {profile.pictureRemove}
          </Button>
        )}
      </div>
    </form>
  );
};
