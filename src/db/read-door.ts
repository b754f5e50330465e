import { type Connection, connection, type Orm } from './connection.ts';
import type { Reader } from './doors.ts';
import { refuseInside } from './unit.ts';

/** The door for queries: Drizzle, but closed to whoever stands inside a unit of work. */
export const readDoor = (to: Connection): Reader => {
  const open = (): Orm => {
    refuseInside('read');
    return to.orm;
  };
  return {
    get [connection]() {
      refuseInside('read');
      return to;
    },
    get select() {
      return open().select.bind(to.orm);
    },
    get selectDistinct() {
      return open().selectDistinct.bind(to.orm);
    },
    get $count() {
      return open().$count.bind(to.orm);
    },
    get $with() {
      return open().$with.bind(to.orm);
    },
    get with() {
      return open().with.bind(to.orm);
    },
  };
};
