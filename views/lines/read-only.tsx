import type { Line, Setting } from '../../src/lines/settings.ts';
import { Avatar } from '../layout/avatar.tsx';
import { type Names, settingLabels, settingValue } from './values.ts';

type Props = Names & { line: Line; settings: readonly Setting[] };

/** Settings that one may know but not change. */
export const ReadOnlySettings = ({ line, settings, ...names }: Props) => (
  <dl class="facts">
    {settings.map((setting) => (
      <div>
        <dt>{settingLabels(names.words)[setting]}</dt>
        <dd>
          {setting === 'avatar' ? (
            <Avatar id={line.id} name={line.name} src={line.avatarAddress} size="large" />
          ) : (
            settingValue(setting, line, names)
          )}
        </dd>
      </div>
    ))}
  </dl>
);
