import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { PictureField, type PictureLimits } from '../form/picture-field.tsx';
import { Avatar } from '../layout/avatar.tsx';

export type PictureFormProps = {
  words: Words;
  id: string;
  name: string;
  /** The address of the picture, null for none. */
  avatar: string | null;
  limits: PictureLimits;
  error: string | undefined;
};

/** The face that others see: what it is now, another one, or none. */
export const PictureForm = ({ words: { profile }, id, name, avatar, limits, error }: PictureFormProps) => (
  <form class="form form-section" method="post" action="/me/avatar" enctype="multipart/form-data">
    <PictureField label={profile.picture} help={profile.pictureHelp(limits.megabytes)} error={error} limits={limits}>
      <Avatar id={id} name={name} src={avatar} size="large" />
    </PictureField>
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
