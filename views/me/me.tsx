import type { Words } from '../../src/i18n/words.ts';
import type { Theme } from '../../src/people/person.ts';
import { Button } from '../form/button.tsx';
import { Checkbox } from '../form/checkbox.tsx';
import { SelectField } from '../form/select-field.tsx';

type MeProps = { words: Words; email: string; language: string; theme: Theme; sound: boolean };

/** What people choose for themselves, and the way out. */
export const Me = ({ words: { people, common }, email, language, theme, sound }: MeProps) => (
  <main id="main" class="page">
    <h1>{people.me}</h1>
    <p>{people.signedInAs(email)}</p>
    <form class="form" method="post" action="/me">
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
  </main>
);
