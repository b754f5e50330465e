import type { Words } from '../../src/i18n/words.ts';
import type { CreateMenu as Menu } from '../../src/records/shapes.ts';
import { Icon } from '../icons/icon.tsx';

type MenuProps = { sessionId: string; menu: Menu | null; words: Words };

/** What can be created for the client, by app; why not, for everybody to read. The menu is the browser's own: it opens without a script. */
export const CreateMenu = ({ sessionId, menu, words: { records } }: MenuProps) => {
  const id = `create-menu-${sessionId}`;
  return (
    <div id={`create-${sessionId}`} class="create">
      {menu && (
        <button
          type="button"
          class="button"
          popovertarget={id}
          disabled={menu.why !== null}
          aria-label={records.create}
          aria-haspopup="menu"
          aria-describedby={menu.why === null ? undefined : `${id}-why`}
        >
          <Icon name="plus" /> <span>{records.create}</span>
        </button>
      )}
      {menu?.why === null && (
        <div id={id} class="create-menu" popover="auto" role="menu" aria-label={records.create}>
          {menu.apps.map((app, place) => {
            const href = `/sessions/${sessionId}/items/new?app=${app.id}`;
            return (
              <a role="menuitem" href={href} hx-get={href} hx-target="#dialog" autofocus={place === 0}>
                <Icon name={app.icon} /> {app.name}
              </a>
            );
          })}
        </div>
      )}
      {menu?.why && (
        <p id={`${id}-why`} class="create-why">
          {records.why[menu.why]}
        </p>
      )}
    </div>
  );
};
