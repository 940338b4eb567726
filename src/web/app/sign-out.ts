import { client } from './api.ts';
import { stopListening } from './live.ts';
import { flushAll } from './use-autosave.ts';

/** Saves what waits, ends the session and leaves nothing of the account on the screen or in memory. */
export async function signOut(): Promise<void> {
  await flushAll();
  await client.logout({}).catch(() => {}); // a session that has ended already is out as well
  stopListening();
  window.location.assign('/login');
}
