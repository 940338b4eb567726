import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';

/*
 * Shares of the frame that apps of short videos lay their names, words and buttons over. A guide: no two apps agree, and each
 * changes with the phone. Wider than any of them needs, so that what keeps clear of it is seen everywhere.
 */
const SOCIAL = { top: 0.11, bottom: 0.2, side: 0.15, sideFrom: 0.45 } as const;
const TITLE_SAFE = 0.05;
const percent = (share: number): string => `${100 * share}%`;
const label = 'absolute rounded-4 bg-black/75 px-1 text-11 font-medium text-white';
const zone = 'absolute bg-[repeating-linear-gradient(45deg,#fff6_0_1px,#0006_1px_2px,transparent_2px_8px)]';

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
          className="absolute inset-x-0 border-y border-dashed border-white mix-blend-difference"
          style={{ top: percent(feedCut), bottom: percent(feedCut) }}
        />
      )}
      {isTallerThanFeed && (
        <span className={`${label} start-[7%] mt-1`} style={{ top: percent(feedCut) }}>
          {t.feed}
        </span>
      )}
      <div className="absolute border border-white mix-blend-difference" style={{ inset: percent(TITLE_SAFE) }} />
    </div>
  );
}
