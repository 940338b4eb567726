import { Problem } from '#contract/problems.ts';
import type { ListPage, ListPlace } from '#store/list-page.ts';

/** What a client says of the page it wants; `cursor` is what an earlier page gave it. */
export interface WantedPage {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** A page of a list; `nextCursor` is null on the last. */
export interface Listed<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

const LATEST_MS = 8.64e15; // the last moment a Date can hold
const PLACE = /^(\d{1,16})\.([a-z]{1,10}_[0-9a-z]{1,40})$/;

/**
 * The part of a list to ask the store for: one row more than wanted, which tells whether there is a next page.
 *
 * @throws Problem `invalid_input` for a cursor that is none of ours
 */
export function storePage({ limit, cursor }: WantedPage): ListPage {
  return {
    ...(limit === undefined ? {} : { limit: limit + 1 }),
    ...(cursor === undefined ? {} : { after: placeOf(cursor) }),
  };
}

/** The rows of a page as clients see them, and where the next one begins. */
export async function listedPage<Row, Item>(
  rows: readonly Row[],
  { limit }: WantedPage,
  placeOfRow: (row: Row) => ListPlace,
  itemOf: (row: Row) => Item | Promise<Item>,
): Promise<Listed<Item>> {
  const shown = limit === undefined ? rows : rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await Promise.all(shown.map(itemOf)),
    nextCursor: last !== undefined && shown.length < rows.length ? cursorOf(placeOfRow(last)) : null,
  };
}

/** A place as clients carry it: opaque, of letters a URL takes as they are. */
function cursorOf({ atMs, id }: ListPlace): string {
  return Buffer.from(`${atMs}.${id}`).toString('base64url');
}

function placeOf(cursor: string): ListPlace {
  const [, at, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const atMs = Number(at);
  if (id === undefined || atMs > LATEST_MS || cursorOf({ atMs, id }) !== cursor) {
    throw new Problem('invalid_input', { reason: 'cursor: expected one that an earlier page of this list gave' });
  }
  return { atMs, id };
}
