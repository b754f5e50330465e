import type { Words } from '../../src/i18n/words.ts';
import type { Theme } from '../../src/people/person.ts';
import { Button } from '../form/button.tsx';
import { Checkbox } from '../form/checkbox.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { SelectField } from '../form/select-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { MePage } from './me-page.tsx';
import { PictureForm, type PictureFormProps } from './picture-form.tsx';

export type MeProps = Omit<PictureFormProps, 'error'> & {
  words: Words;
  email: string;
  /** Empty: as the browser says, as for `timeZone`. */
  language: string;
  theme: Theme;
  sound: boolean;
  timeZone: string;
  /** Those that can be chosen. */
  timeZones: readonly string[];
  errors?: FormErrors;
};

/** Who somebody is to others, and how the product speaks to them. */
export const Me = ({ words, email, errors = {}, ...mine }: MeProps) => (
  <MePage words={words} part="profile" title={words.people.me}>
    <p>{words.people.signedInAs(email)}</p>
    <ErrorSummary
      title={words.people.summary}
      errors={errors}
      labels={{ name: words.profile.name, avatar: words.profile.picture }}
    />
    <Choices words={words} error={errors['name']} {...mine} />
    <PictureForm words={words} error={errors['avatar']} {...mine} />
  </MePage>
);

type ChoicesProps = Omit<MeProps, 'email' | 'errors'> & { error: string | undefined };

const Choices = ({ words, error, name, language, theme, sound, timeZone, timeZones }: ChoicesProps) => {
  const { people, profile, common } = words;
  return (
    <form class="form" method="post" action="/me">
      <TextField
        name="name"
        label={profile.name}
        value={name}
        error={error}
        maxlength={100}
        autocomplete="name"
        required
      />
      <SelectField
        name="language"
        label={people.language}
        value={language}
        options={[
          { value: '', label: people.languageAuto },
          { value: 'en', label: 'English' },
          { value: 'ru', label: 'Русский' },
        ]}
      />
      <SelectField
        name="timeZone"
        label={profile.timeZone}
        help={profile.timeZoneHelp}
        value={timeZone}
        options={[
          { value: '', label: profile.timeZoneAuto },
          ...timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
        ]}
      />
      <SelectField
        name="theme"
        label={people.theme}
        value={theme}
        options={[
          { value: 'auto', label: people.themes.auto },
          { value: 'light', label: people.themes.light },
          { value: 'dark', label: people.themes.dark },
        ]}
      />
      <Checkbox name="sound" label={people.sound} checked={sound} />
      <Button>{common.save}</Button>
    </form>
  );
};
