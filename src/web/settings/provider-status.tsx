import { Check, CircleDashed, CircleHelp, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount, formatDay, formatSeconds, formatTimeOfDay } from '../app/format.ts';
import type { Catalogue } from '../strings/areas.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { stateOf, type Vendor, type VendorState } from './providers-facts.ts';

type Words = Catalogue['providers'];

const looks: Readonly<Record<VendorState, { readonly icon: Icon; readonly text: string }>> = {
  'no-key': { icon: CircleDashed, text: 'text-ink3' },
  untested: { icon: CircleHelp, text: 'text-ink3' },
  works: { icon: Check, text: 'text-done-text' },
  refused: { icon: OctagonAlert, text: 'text-err-text' },
};

/** How a vendor stood when it was last tried: in words, with the time it took or the status it refused with. */
export function ProviderStatus({ vendor, isTesting }: { readonly vendor: Vendor; readonly isTesting: boolean }) {
  const t = useStrings('providers');
  const state = stateOf(vendor);
  const { testedAt, testResult } = vendor.setting;
  if (isTesting) {
    return (
      <Line glyph={<Spinner className="text-work-text" />} words="text-work-text">
        {t.testing}
      </Line>
    );
  }
  const { icon, text } = looks[state];
  const says = { 'no-key': t.noKeyLong, untested: t.untested }[state as 'no-key'] ?? testResult?.says ?? '';
  const below = testResult && testedAt !== null ? whenTested(t, testedAt, testResult) : null;
  const words = state === 'works' ? 'text-ink' : text;
  return (
    <Line glyph={<Glyph icon={icon} className={text} />} words={words} below={below}>
      {says}
    </Line>
  );
}

interface LineProps {
  readonly glyph: ReactNode;
  readonly words: string;
  readonly below?: string | null;
  readonly children: ReactNode;
}

function Line({ glyph, words, below, children }: LineProps) {
  return (
    <output className="flex min-w-0 items-start gap-2">
      <span className="mt-px inline-flex shrink-0">{glyph}</span>
      <span className="min-w-0">
        <span className={`block text-13 ${words}`}>{children}</span>
        {below && <span className="block text-12 text-ink3">{below}</span>}
      </span>
    </output>
  );
}

/** "0.6 s, today 14:02", or "401, 18 Nov" where it was refused. */
function whenTested(
  t: Words,
  testedAt: number,
  {
    ok,
    tookMs,
    status,
  }: { readonly ok: boolean; readonly tookMs?: number | undefined; readonly status?: number | undefined },
): string {
  const at = momentOf(t, testedAt);
  if (!ok && status !== undefined) return t.statusAt(status, at);
  return tookMs === undefined ? at : t.tookAt(tookWords(t, tookMs), at);
}

/** A short time in milliseconds, a longer one in seconds. */
const tookWords = (t: Words, tookMs: number): string =>
  tookMs < 100 ? t.milliseconds(formatCount(tookMs)) : t.seconds(formatSeconds(tookMs / 1000));

/** "today 14:02", else the day. */
function momentOf(t: Words, atMs: number, nowMs: number = Date.now()): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return isToday ? t.today(formatTimeOfDay(atMs)) : formatDay(atMs, nowMs);
}
