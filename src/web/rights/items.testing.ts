import { newId } from '../../id.ts';
import { at, type Table } from './asked.testing.ts';

// nobody, stranger, client, owner, operator, supervisor, leader (of another line), admin
const whoSees = [303, 404, 404, 200, 200, 200, 404, 404] as const;
const whoCreates = [303, 404, 404, 200, 200, 404, 404, 404] as const;
const whoEdits = [303, 404, 404, 404, 404, 200, 404, 404] as const;
const editing = [401, 404, 404, 404, 404, 303, 404, 404] as const;

/** Items. */
export const itemsTable: Table = {
  'GET /apps/:id/items/new': { path: at('/apps/:app/items/new'), statuses: whoCreates },
  'POST /apps/:id/items': {
    path: at('/apps/:app/items'),
    form: () => ({ id: newId() }),
    statuses: [401, 404, 404, 303, 303, 404, 404, 404],
  },
  'GET /apps/:appId/fields/:fieldId/options': {
    path: at('/apps/:app/fields/:picked/options?q=Clara'),
    statuses: whoSees,
  },
  'GET /items/:id': { path: at('/items/:item'), statuses: whoSees },
  'GET /items/:id/edit': { path: at('/items/:item/edit'), statuses: whoEdits },
  'POST /items/:id': {
    path: at('/items/:item'),
    form: ({ field }) => ({ base: '1', [`f.${field}`]: 'Clara' }),
    statuses: editing,
  },
  'GET /items/:id/deletion': { path: at('/items/:item/deletion'), statuses: whoEdits },
  'POST /items/:id/deletion': { path: at('/items/:item/deletion'), statuses: editing },
  'POST /items/:id/restoration': { path: at('/items/:item/restoration'), statuses: editing },
  'POST /items/:id/comments': {
    path: at('/items/:item/comments'),
    form: () => ({ id: newId(), text: 'Call them' }),
    statuses: [401, 404, 404, 303, 303, 303, 404, 404],
  },
  // Only who said it takes it back.
  'POST /items/:id/comments/:commentId/deletion': {
    path: at('/items/:item/comments/:comment/deletion'),
    statuses: [401, 404, 404, 303, 404, 404, 404, 404],
  },
};
