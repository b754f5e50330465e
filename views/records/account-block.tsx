import type { Words } from '../../src/i18n/words.ts';
import type { AccountBlock as Block, LinkedItem } from '../../src/records/shapes.ts';
import { FieldValue } from '../apps/fields/field-value.tsx';
import { called } from '../conversation/card.tsx';
import { Icon } from '../icons/icon.tsx';
import { Unlink } from './unlink.tsx';

type BlockProps = { sessionId: string; block: Block; words: Words };

/** Whose the client's account is: the item, or the way to link it to one. Replaced whole when that changes. */
export const AccountBlock = (props: BlockProps) => (
  <section id={`account-${props.sessionId}`} class="account" aria-label={props.words.records.account}>
    <h3>{props.words.records.account}</h3>
    {props.block.items.map((item) => (
      <Linked {...props} item={item} />
    ))}
    {props.block.items.length === 0 && <Unlinked {...props} />}
  </section>
);

const Linked = ({ item, ...props }: BlockProps & { item: LinkedItem }) => {
  const { block, words } = props;
  return (
    <div class="linked">
      <p class="linked-title">
        <Icon name={block.app.icon} />
        {item.title === null ? (
          <span>{`${block.app.name} ${item.number}`}</span>
        ) : (
          <a href={`/items/${item.id}`}>{called(item.number, item.title)}</a>
        )}
      </p>
      {item.title === null && <p class="hint">{words.records.hidden(block.app.name)}</p>}
      {item.values.length > 0 && (
        <dl>
          {item.values.map(({ field, value }) => (
            <div>
              <dt>{field.name}</dt>
              <dd>
                <FieldValue field={field} value={value} names={block.names} words={words} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {block.may.unlink && <Unlink {...props} item={item} />}
    </div>
  );
};

const Unlinked = ({ sessionId, block, words: { records } }: BlockProps) => {
  const href = `/sessions/${sessionId}/account`;
  if (!(block.may.link || block.may.create)) return <p class="hint">{records.unlinkedForYou(block.app.name)}</p>;
  return (
    <>
      <p class="hint">{records.unlinked}</p>
      <a class="button" href={href} hx-get={href} hx-target="#dialog">
        <Icon name="plus" /> {records.link}
      </a>
    </>
  );
};
