import { FoldHorizontal, Plus } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, memo, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { TransitionType } from '#contract/scene.ts';
import { closeGap, gapsOf } from '#domain/editing/close-gap.ts';
import { setTransition } from '#domain/editing/set-transition.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { framesToSeconds } from '#domain/frames.ts';
import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { edit, useEditor } from '../store/editor-store.ts';
import { FilmBox, shareOf } from './film-box.tsx';
import { isInSight, wasInSight } from './in-sight.ts';
import type { LaidClip } from './timeline-layout.ts';
import { useTimelineView } from './timeline-view.ts';
import { useJoinMenu } from './use-join-menu.ts';

const ROOM_PX = 8; // from badge to badge, else they hide the clips and one another
const BADGE_PX = 24; // WCAG 2.2: what is pressed is at least so wide

/** Where clips meet: a badge on each transition, a plus where the chosen clip has none, and a way to close gaps. */
export function Joins({ clips }: { readonly clips: readonly LaidClip[] }) {
  const t = useStrings('timeline');
  const selection = useEditor((editor) => editor.selection);
  const nominal = useEditor(({ timeline }) => timeline.clips);
  const fps = useEditor(({ timeline }) => timeline.fps);
  const allGaps = useMemo(() => gapsOf({ clips: nominal }), [nominal]);
  const shown = useTimelineView(
    useShallow((view) =>
      clips.filter((clip, place) => {
        const span = { startFrame: clip.startFrame, endFrame: clip.transition?.endFrame ?? clip.endFrame };
        if (!clip.hasNext || !isInSight(span, view) || !wasInSight(span, view)) return false;
        const hasRoom =
          (clip.endFrame - clip.startFrame) * Math.min(view.scale, view.restingScale) > BADGE_PX + ROOM_PX;
        return (
          (hasRoom && clip.transition !== null) ||
          selection.includes(clip.id) ||
          selection.includes(clips[place + 1]?.id ?? '')
        );
      }),
    ),
  );
  const gaps = useTimelineView(useShallow((view) => allGaps.filter((gap) => isInSight(gap, view))));
  if (shown.length + gaps.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go from button to button
    <FilmBox
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is a box of its own
      role="group"
      aria-label={t.joins}
      className="pointer-events-none z-2"
      onKeyDown={(event) => goAlong(event, t.did.transitionLength)}
    >
      {shown.map((clip, place) => (
        <Badge
          key={clip.id}
          id={clip.id}
          atFrame={clip.endFrame}
          type={clip.transition?.type ?? null}
          lengthFrames={clip.transition ? clip.transition.endFrame - clip.transition.startFrame : 0}
          isTabStop={place === 0}
        />
      ))}
      {gaps.map(({ startFrame, endFrame, beforeId }, place) => {
        const label = t.closeGap(t.secondsLong(formatSeconds(framesToSeconds(endFrame - startFrame, fps))));
        return (
          <div
            key={beforeId}
            style={{ left: shareOf(startFrame), width: shareOf(endFrame - startFrame) }}
            className="absolute inset-y-1 grid place-items-center rounded-4 border border-dashed border-line2"
          >
            <Tooltip text={label} isName>
              <button
                type="button"
                data-join=""
                aria-label={label}
                tabIndex={shown.length === 0 && place === 0 ? 0 : -1}
                onClick={() => edit.run(t.did.closeGap, (base) => closeGap(base, { beforeId }))}
                className="pointer-events-auto grid size-6 place-items-center rounded-4 bg-panel text-ink2 hover:text-ink"
              >
                <Glyph icon={FoldHorizontal} />
              </button>
            </Tooltip>
          </div>
        );
      })}
    </FilmBox>
  );
}

interface BadgeProps {
  /** Of the clip that goes. */
  readonly id: string;
  /** Where the next one comes. */
  readonly atFrame: number;
  /** Null: they are cut. */
  readonly type: TransitionType | null;
  readonly lengthFrames: number;
  readonly isTabStop: boolean;
}

/** How a clip goes over into the next: a press opens what else there is, its sides make it longer. */
const Badge = memo(function Badge({ id, atFrame, type, lengthFrames, isTabStop }: BadgeProps) {
  const t = useStrings('timeline');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const items = useJoinMenu(id, type ?? 'cut');
  const width = `max(${BADGE_PX}px, ${shareOf(lengthFrames)})`;
  const at = timecodeOf(atFrame, fps);
  const seconds = t.secondsLong(formatSeconds(framesToSeconds(lengthFrames, fps)));
  const label = type ? t.join(t.transitions[type], seconds, at) : t.addJoin(at);
  const left = `calc(${shareOf(atFrame + lengthFrames / 2)} - ${width} / 2)`;
  return (
    <div style={{ left, width }} className="pointer-events-auto absolute top-1.5 h-6">
      <Menu
        align="start"
        items={items}
        trigger={<BadgeButton data-join={id} aria-label={label} tabIndex={isTabStop ? 0 : -1} isSet={type !== null} />}
      />
      {type && (
        <>
          <span data-join-edge="start" data-of={id} aria-hidden="true" className={classes(handle, '-left-1.5')} />
          <span data-join-edge="end" data-of={id} aria-hidden="true" className={classes(handle, '-right-1.5')} />
        </>
      )}
    </div>
  );
});

function BadgeButton({ isSet, ...rest }: ComponentProps<'button'> & { readonly isSet: boolean }) {
  return (
    <Tooltip text={rest['aria-label'] ?? ''} isName>
      <button
        type="button"
        {...rest}
        className={classes(
          'absolute inset-0 grid place-items-center overflow-clip rounded-4 border text-white',
          isSet ? 'border-white/85 bg-black/55 hover:bg-black/75' : 'border-white/50 bg-black/70 hover:bg-black',
        )}
      >
        {isSet ? <Crossed /> : <Plus aria-hidden="true" className="size-3.5" />}
      </button>
    </Tooltip>
  );
}

const handle = 'absolute inset-y-0 z-1 w-3 cursor-ew-resize touch-none';

/** One picture going, the other coming. */
function Crossed() {
  return (
    <svg aria-hidden="true" viewBox="0 0 10 10" preserveAspectRatio="none" className="absolute inset-0 size-full">
      <path d="M0 0 10 10M0 10 10 0" stroke="currentColor" strokeWidth="1.25" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** Left and Right go from join to join; with Alt they make the transition shorter and longer. */
function goAlong(event: KeyboardEvent<HTMLElement>, label: string): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const joins = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-join]')];
  const place = joins.indexOf(event.target as HTMLElement);
  const join = joins[place];
  if (step === 0 || !join) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.altKey) lengthen(join.dataset['join'] ?? '', step * (event.shiftKey ? 10 : 1), label);
  else joins[place + step]?.focus();
}

function lengthen(id: string, byFrames: number, label: string): void {
  const transition = useEditor.getState().timeline.clips.find((clip) => clip.id === id)?.transition;
  if (!transition) return;
  const durationFrames = Math.max(1, transition.durationFrames + byFrames);
  edit.run(label, (base) => setTransition(base, { ids: [id], type: transition.type, durationFrames }));
}
