import { memo, type KeyboardEvent } from 'react';
import type { ScenarioScene } from '#contract/scene.ts';
import { formatSeconds, formatTimecode } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { placesOf } from './film-lengths.ts';
import type { Rewrite } from './proposals-by-scene.ts';

interface FilmRulerProps {
  readonly scenes: readonly ScenarioScene[];
  readonly targetS: number | null;
  readonly openId: string | null;
  readonly rewrites: ReadonlyMap<string, Rewrite>;
  readonly onOpen: (sceneId: string) => void;
}

/** The whole film as a strip: widths are lengths, a dashed mark is how long it is to be. One stop of Tab; arrows go along it. */
export const FilmRuler = memo(function FilmRuler(props: FilmRulerProps) {
  const { scenes, targetS, openId, rewrites, onOpen } = props;
  const t = useStrings('scenario');
  const { totalS } = placesOf(scenes);
  const spanS = Math.max(totalS, targetS ?? 0, 0.1);
  const targetAt = targetS === null ? null : (targetS / spanS) * 100;
  const stop = openId ?? scenes[0]?.id;
  return (
    <div className="relative pb-5">
      <div role="toolbar" aria-label={t.ruler} className="flex h-7">
        {scenes.map(({ id = '', duration_seconds: lengthS }, place) => (
          <div key={id} style={{ width: `${(lengthS / spanS) * 100}%` }} className="min-w-0 shrink-0 pe-1 last:pe-0">
            <button
              type="button"
              tabIndex={id === stop ? 0 : -1}
              onClick={() => onOpen(id)}
              onKeyDown={goAlong}
              aria-current={id === openId || undefined}
              className={classes(
                'flex h-full w-full items-center justify-center overflow-hidden rounded-4 border font-mono text-12',
                segmentLooks(id === openId, rewrites.has(id)),
              )}
            >
              <span className="sr-only">{t.rulerScene(place + 1, formatSeconds(lengthS))}</span>
              <span
                aria-hidden="true"
                className={lengthS / spanS < 0.022 ? 'hidden' : lengthS / spanS < 0.06 ? 'max-sm:hidden' : undefined}
              >
                {String(place + 1).padStart(2, '0')}
              </span>
            </button>
          </div>
        ))}
      </div>
      <span aria-hidden="true" className="absolute start-0 bottom-0 font-mono text-12 leading-4 text-ink3">
        {formatTimecode(0)}
      </span>
      {targetAt !== null && (
        <>
          <span
            aria-hidden="true"
            style={{ insetInlineStart: `min(${targetAt}%, calc(100% - 2px))` }}
            className="pointer-events-none absolute -top-1 h-9 border-s-2 border-dashed border-ink"
          />
          <span
            style={{ insetInlineEnd: `${Math.min(100 - targetAt, 70)}%` }}
            className="absolute bottom-0 pe-1 font-mono text-12 leading-4 text-ink2"
          >
            {t.target(formatTimecode(targetS ?? 0))}
          </span>
        </>
      )}
    </div>
  );
}, isDrawnTheSame);

/** Words that are written in a scene change nothing here. */
function isDrawnTheSame(before: FilmRulerProps, now: FilmRulerProps): boolean {
  return (
    before.targetS === now.targetS &&
    before.openId === now.openId &&
    before.onOpen === now.onOpen &&
    before.rewrites === now.rewrites &&
    before.scenes.length === now.scenes.length &&
    before.scenes.every(
      ({ id, duration_seconds }, place) =>
        id === now.scenes[place]?.id && duration_seconds === now.scenes[place]?.duration_seconds,
    )
  );
}

function segmentLooks(isOpen: boolean, isRewritten: boolean): string {
  if (isOpen) return 'border-tally bg-tally font-semibold text-tally-ink';
  return isRewritten
    ? 'border-dashed border-tally text-ink'
    : 'border-line2 bg-raise text-ink2 hover:bg-lift hover:text-ink';
}

function goAlong(event: KeyboardEvent<HTMLButtonElement>): void {
  const buttons = [...(event.currentTarget.closest('[role="toolbar"]')?.querySelectorAll('button') ?? [])];
  const from = buttons.indexOf(event.currentTarget);
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const to = { [forward]: from + 1, [backward]: from - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || event.altKey) return;
  event.preventDefault();
  buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
}
