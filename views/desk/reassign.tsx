import type { Words } from '../../src/i18n/words.ts';
import type { Operator, Place, SessionRow } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';
import { Avatar } from '../layout/avatar.tsx';
import { Post } from './actions.tsx';
import { placeKey } from './place.ts';

type ReassignProps = { row: SessionRow; operators: readonly Operator[]; words: Words };

/** To whom a session can be given: what the dialog shows. */
const ReassignList = ({ row, operators, words }: ReassignProps) => {
  const others = operators.filter(({ isOwner }) => !isOwner);
  return (
    <div class="reassign">
      <h1 class="dialog-title" id="dialog-title">
        {words.desk.reassignTitle(row.client.name)}
      </h1>
      {others.length === 0 && <p class="hint">{words.desk.reassignNobody}</p>}
      <ul class="people" aria-labelledby="dialog-title">
        {others.map((operator) => (
          <li>
            <Avatar id={operator.id} name={operator.name} src={operator.avatar} />
            <span class="person-name">{operator.name}</span>
            <Post row={row} to="assignment">
              <input type="hidden" name="operator" value={operator.id} />
              <button type="submit" class="button" aria-label={words.desk.reassignTo(operator.name)}>
                {words.desk.reassign}
              </button>
            </Post>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The dialog's inside, with a way out. */
export const ReassignDialog = (props: ReassignProps) => (
  <>
    <ReassignList {...props} />
    <form method="dialog">
      <button type="submit" class="button">
        {props.words.common.cancel}
      </button>
    </form>
  </>
);

/** The same as a page, where no script runs. */
export const ReassignPage = ({ place, ...props }: ReassignProps & { place: Place }) => (
  <main id="main" class="page">
    <p class="page-back">
      <a href={`/sessions/${props.row.id}?in=${placeKey(place)}`}>
        <Icon name="arrow-left" />
        {props.words.common.back}
      </a>
    </p>
    <ReassignList {...props} />
  </main>
);
