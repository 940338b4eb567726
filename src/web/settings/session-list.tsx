import { Laptop, Smartphone } from 'lucide-react';
import type { Session } from '#contract/session.ts';
import { client } from '../app/api.ts';
import { formatAgo } from '../app/format.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { toast } from '../ui/toast.ts';
import { browserOf } from './browser-of.ts';

/** Where the account is signed in, this browser first, and the way to end each. */
export function SessionList({ sessions }: { readonly sessions: readonly Session[] }) {
  const t = useStrings('account');
  const inOrder = sessions.toSorted((a, b) => Number(b.current) - Number(a.current));
  return (
    <section aria-labelledby="sessions" className="rounded-10 bg-panel">
      <h2 id="sessions" className="border-b border-line px-4 py-3 text-13">
        {t.sessionsTitle}
      </h2>
      <ul>
        {inOrder.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}

function SessionRow({ session }: { readonly session: Session }) {
  const t = useStrings('account');
  const revoke = useAction({
    run: () => client.revokeSession({ sessionId: session.id }),
    done: () => {
      toast({ title: t.ended });
      void queryClient.invalidateQueries({ queryKey: keys.sessions });
    },
  });
  const { browser, system } = browserOf(session.userAgent);
  const name =
    browser !== null && system !== null ? t.browserOn(browser, system) : (browser ?? system ?? t.unknownBrowser);
  const isPhone = system === 'iOS' || system === 'Android';
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-3 border-b border-line px-4 py-3 last:border-b-0">
      <Glyph icon={isPhone ? Smartphone : Laptop} className="text-ink2" />
      <div className="min-w-0">
        <p className="text-13">
          {name}
          {session.current && <span className="text-done-text">, {t.thisOne}</span>}
        </p>
        <p className="text-12 text-ink3">
          {t.from(session.ip)}, {t.used(formatAgo(session.lastUsedAt))}
        </p>
      </div>
      {!session.current && (
        <Button
          size="sm"
          variant="quiet"
          aria-label={t.endOf(name)}
          pending={revoke.isPending}
          onClick={() => revoke.act()}
        >
          {t.end}
        </Button>
      )}
    </li>
  );
}
