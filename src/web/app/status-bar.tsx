import { RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { useBuild } from './build-changed.ts';
import { useConnection } from './connection.ts';

const BLINK_MS = 1500; // a restart or a change of network is over before anybody needs to be told

/** Tells under the bar what stands in the way of everything: no network, no server, an app that was replaced. */
export function StatusBar() {
  const t = useStrings('shell');
  const isAway = useConnection(({ hearing }) => hearing === 'gone');
  const isOnline = useConnection((connection) => connection.isOnline);
  const hasChanged = useBuild((build) => build.hasChanged);
  const isTold = useLasting(isAway, BLINK_MS);

  return (
    <output className="contents">
      {isTold && <Line icon={WifiOff} title={isOnline ? t.gone : t.offline} text={t.keptHere} />}
      {hasChanged && !isTold && (
        <Line icon={RefreshCw} title={t.updated} text={t.updatedText}>
          <Button size="sm" onClick={() => window.location.reload()}>
            {t.reload}
          </Button>
        </Line>
      )}
    </output>
  );
}

/** Whether something has been so for a while. */
function useLasting(isSo: boolean, afterMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasts(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo, afterMs]);
  return isSo && lasts;
}

interface LineProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Line({ icon, title, text, children }: LineProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-tally bg-[color-mix(in_oklch,var(--tally)_14%,var(--panel))] px-4 py-2 text-13">
      <Glyph icon={icon} className="text-tally-text" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{title}</strong> <span className="text-ink2">{text}</span>
      </p>
      {children}
    </div>
  );
}
