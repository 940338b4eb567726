import { useSuspenseQueries } from '@tanstack/react-query';
import { formatDay } from '../app/format.ts';
import { meQuery, sessionsQuery } from '../queries/session.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ChangePassword } from './change-password.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { SessionList } from './session-list.tsx';

/** The account of who is signed in: where, with which password, and the way out. */
export function AccountScreen() {
  const t = useStrings('account');
  const [{ data: me }, { data: sessions }] = useSuspenseQueries({ queries: [meQuery, sessionsQuery] });
  return (
    <main id="content" className="grid w-full max-w-180 content-start gap-6 p-4 sm:p-7">
      <div>
        <h1 tabIndex={-1} className="text-23">
          {t.title(sessions.length)}
        </h1>
        <p className="text-13 text-ink2">
          {t.lead(me.name, me.email ?? '')}. {t.since(formatDay(me.createdAt))}.
        </p>
      </div>
      <SessionList sessions={sessions} />
      <ChangePassword email={me.email ?? ''} />
      <DeleteAccount />
    </main>
  );
}
