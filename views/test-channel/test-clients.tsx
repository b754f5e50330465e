import type { Words } from '../../src/i18n/words.ts';
import type { OutsideClient } from '../../src/sessions/outside-chat.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { SelectField } from '../form/select-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { MessageField } from './message-field.tsx';

type Props = {
  clients: readonly OutsideClient[];
  channels: readonly { id: string; name: string; line: string }[];
  typed: Readonly<Record<'id' | 'client' | 'channel' | 'name' | 'phone' | 'email' | 'text', string>>;
  errors: FormErrors;
  words: Words;
};

/** Whom one can play: clients who wrote already, and somebody new. */
export const TestClients = ({ clients, channels, typed, errors, words }: Props) => {
  const { accounts } = words;
  const labels = { name: accounts.test.name, text: accounts.test.message };
  return (
    <>
      <h1>{accounts.test.title}</h1>
      <p class="field-help">{accounts.test.about}</p>
      {clients.length > 0 && (
        <section class="form">
          <h2>{accounts.test.clients}</h2>
          <ul class="list" aria-label={accounts.test.clients}>
            {clients.map(({ id, name, line }) => (
              <li class="list-row">
                <a class="list-main" href={`/test-channel/${id}`}>
                  {name}
                </a>
                <span class="list-aside">{line.name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="form">
        <h2>{accounts.test.newClient}</h2>
        {channels.length === 0 ? (
          <p class="field-help">{accounts.test.noChannels}</p>
        ) : (
          <form class="form" method="post" action="/test-channel">
            <Hidden values={{ id: typed.id, client: typed.client }} />
            <ErrorSummary title={words.lines.notSaved} errors={errors} labels={labels} />
            <SelectField
              name="channel"
              label={accounts.channel}
              value={typed.channel}
              options={channels.map(({ id, name, line }) => ({ value: id, label: accounts.through(name, line) }))}
            />
            <TextField
              name="name"
              label={accounts.test.name}
              value={typed.name}
              error={errors['name']}
              autocomplete="off"
            />
            <TextField name="phone" label={accounts.test.phone} value={typed.phone} autocomplete="off" />
            <TextField name="email" label={accounts.test.email} value={typed.email} autocomplete="off" />
            <MessageField value={typed.text} error={errors['text']} words={words} />
            <Button>{accounts.test.send}</Button>
          </form>
        )}
      </section>
    </>
  );
};
