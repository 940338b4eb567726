import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';

/*
 * Of the frame, measured on phones of 9:16 in November 2026: what an app of short videos lays over one. No two apps agree, so
 * these are the outermost of them.
 */
const SOCIAL = { top: 0.11, bottom: 0.2, side: 0.15, sideFrom: 0.45 } as const;
const TITLE_SAFE = 0.05;
const percent = (share: number): string => `${100 * share}%`;
const label = 'absolute rounded-4 bg-scrim px-1 text-11 font-medium text-white';
const zone = 'absolute bg-[repeating-linear-gradient(45deg,#fff3_0_1px,transparent_1px_7px)]';

/** Where words are safe: from the edges of a screen, from what apps lay over a film, from the cut of a feed. */
export function SafeAreas() {
  const t = useStrings('preview');
  const width = useEditor(({ timeline }) => timeline.width);
  const height = useEditor(({ timeline }) => timeline.height);
  const isTall = height / width > 1.6;
  const isTallerThanFeed = height / width > 1.26;
  const feedCut = isTallerThanFeed ? (1 - (width * 1.25) / height) / 2 : 0;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0" data-safe-areas>
      {isTall && (
        <>
          <div className={`${zone} inset-x-0 top-0`} style={{ height: percent(SOCIAL.top) }}>
            <span className={`${label} inset-s-1 top-1`}>{t.socialTop}</span>
          </div>
          <div
            className={`${zone} end-0`}
            style={{ width: percent(SOCIAL.side), top: percent(SOCIAL.sideFrom), bottom: percent(SOCIAL.bottom) }}
          >
            <span className={`${label} inset-e-0 bottom-1 whitespace-nowrap`}>{t.socialSide}</span>
          </div>
          <div className={`${zone} inset-x-0 bottom-0`} style={{ height: percent(SOCIAL.bottom) }}>
            <span className={`${label} inset-s-1 bottom-1`}>{t.socialBottom}</span>
          </div>
        </>
      )}
      {isTallerThanFeed && (
        <div
          className="absolute inset-x-0 border-y border-dashed border-white/70"
          style={{ top: percent(feedCut), bottom: percent(feedCut) }}
        >
          <span className={`${label} inset-s-1 top-1`}>{t.feed}</span>
        </div>
      )}
      <div className="absolute border border-white/80" style={{ inset: percent(TITLE_SAFE) }} />
    </div>
  );
}
