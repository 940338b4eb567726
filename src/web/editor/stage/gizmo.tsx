import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { playback, usePlayback } from '../preview/playback.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { useUndrawn } from '../titles/undrawn.ts';
import { frameAround, GizmoHandles, gripOf } from './gizmo-handles.tsx';
import { hitBy, hitsAt, nextDeeper } from './hit-overlay.ts';
import { useOverlayNames } from './overlay-names.ts';
import { SnapGuides } from './snap-guides.tsx';
import { filmPointOf, useStageFrame } from './stage-frame.ts';
import { useNudging } from './use-nudging.ts';
import { useOverlaysOf } from './use-overlays-of.ts';
import { usePulling } from './use-pulling.ts';
import { type StageOverlay, useStageOverlays } from './use-stage-overlays.ts';
import { WordsInPlace } from './words-in-place.tsx';

const LEAST_HIT = 24; // CSS pixels

/** What lies over the picture, to be taken hold of; while the film plays, a press stops it. */
export function Gizmo() {
  const isPlaying = usePlayback(({ rate }) => rate !== 0);
  return isPlaying ? <div className="absolute inset-0" onPointerDown={() => playback.pause()} /> : <StillGizmo />;
}

/** What lies over the picture: each is taken hold of by the pointer, and by the keyboard. */
function StillGizmo() {
  const t = useStrings('stage');
  const frame = useStageFrame();
  const overlays = useStageOverlays();
  const selection = useEditor((now) => now.selection);
  const layer = useRef<HTMLFieldSetElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const hint = useId();
  const pulling = usePulling(overlays);
  const nudging = useNudging();
  const deeper = useRef<string | null>(null);

  const selected = overlays.filter(({ id }) => selection.includes(id));
  const only = selected.length === 1 ? selected[0] : undefined;
  const [written] = useOverlaysOf(editing === null ? [] : [editing]); // without words it is not seen, and written all the same
  const hitsOf = (event: PointerEvent | MouseEvent) =>
    hitsAt(overlays, filmPointOf(event, layer.current ?? event.currentTarget, frame), LEAST_HIT / frame.scale);

  const press = (event: PointerEvent<HTMLFieldSetElement>) => {
    if (event.button !== 0) return;
    event.preventDefault(); // the focus goes where the selection goes
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // what was being typed counts
    const grip = event.target instanceof Element ? gripNameAt(event.target) : undefined;
    if (grip && only) {
      deeper.current = null;
      focusOn(layer.current, grip);
      return pulling.take(event, gripOf(grip), [only]);
    }
    const hits = hitsOf(event);
    const framed = idAt(event.target); // a small one has a frame that is larger than itself
    const id = hitBy(hits, selection) ?? (only && framed === only.id ? framed : null);
    if (id === null) return edit.select([]);
    focusOn(layer.current, id);
    const isMany = event.shiftKey || event.ctrlKey || event.metaKey;
    deeper.current = !isMany && selected.length === 1 && selection.includes(id) ? nextDeeper(hits, id) : null;
    if (isMany) return edit.select([id], 'toggle');
    if (!selection.includes(id)) edit.select([id]);
    const held = selection.includes(id) ? selected : overlays.filter((one) => one.id === id);
    return pulling.take(event, { kind: 'move' }, held);
  };
  /** A press that pulled nothing goes deeper the second time; twice quickly, it edits the words. */
  const click = (event: MouseEvent) => {
    if (event.detail === 1 && deeper.current !== null && !pulling.hasPulled()) edit.select([deeper.current]);
  };
  const editWords = (overlay: StageOverlay | undefined) => {
    if (overlay?.kind === 'text') setEditing(overlay.id);
  };
  const key = (event: KeyboardEvent) => {
    const grip = event.target instanceof Element ? gripNameAt(event.target) : undefined;
    const focused = overlays.find(({ id }) => id === idAt(event.target));
    const held = focused && !selection.includes(focused.id) ? [focused] : selected;
    const isArrow = event.key.startsWith('Arrow') && !event.ctrlKey && !event.metaKey;
    if (isArrow && focused && !selection.includes(focused.id)) edit.select([focused.id]);
    if (nudging.press(event, grip ? held.slice(0, 1) : held, gripOf(grip))) return taken(event);
    if (event.key === 'Escape' && selection.length > 0) {
      edit.select([]);
      return taken(event);
    }
    if (event.key === 'F2') {
      editWords(focused);
      return taken(event);
    }
    if ((event.key === 'Enter' || event.key === ' ') && focused) {
      if (event.key === 'Enter' && selection.includes(focused.id) && focused.kind === 'text') editWords(focused);
      else edit.select([focused.id], event.shiftKey || event.ctrlKey ? 'toggle' : 'only');
      return taken(event);
    }
    return undefined;
  };

  const returnTo = useRef<string | null>(null);
  useEffect(() => {
    if (editing === null && returnTo.current !== null) focusOn(layer.current, returnTo.current);
    returnTo.current = null;
  }, [editing]);

  const stopTurning = useRef(nudging.stopTurning);
  useEffect(() => stopTurning.current(), [selection]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears for all the buttons that are in it
    <fieldset
      ref={layer}
      aria-label={t.overlays}
      aria-describedby={hint}
      dir="ltr"
      data-turning={nudging.isTurning || undefined}
      onPointerDown={press}
      {...pulling.events}
      onClick={click}
      onDoubleClick={(event) => editWords(overlays.find(({ id }) => id === hitBy(hitsOf(event), selection)))}
      onKeyDown={key}
      onKeyUp={(event) => event.key.startsWith('Arrow') && nudging.release()}
      onBlur={() => nudging.release()}
      className="absolute inset-0 min-w-0 select-none"
    >
      {overlays.map((overlay) => (
        <OverlayButton
          key={overlay.id}
          overlay={overlay}
          isSelected={selection.includes(overlay.id)}
          isOnly={overlay === only}
          isHidden={overlay.id === editing}
        />
      ))}
      <SnapGuides guides={pulling.guides} />
      {only && only.id !== editing && <GizmoHandles selected={only} />}
      {written && 'text' in written.overlay && (
        <WordsInPlace
          key={written.id}
          text={written.overlay}
          box={written.box}
          onDone={(how) => {
            setEditing(null);
            if (how === 'keys') returnTo.current = written.id;
          }}
        />
      )}
      <VisuallyHidden>
        <p id={hint}>{t.keys}</p>
      </VisuallyHidden>
    </fieldset>
  );
}

interface OverlayButtonProps {
  readonly overlay: StageOverlay;
  readonly isSelected: boolean;
  /** Nothing else is selected: it has handles, and its frame is theirs. */
  readonly isOnly: boolean;
  /** Its words are being written in its place. */
  readonly isHidden: boolean;
}

/** An overlay as a button: pressed when it is selected. */
function OverlayButton({ overlay: { id, box, overlay }, isSelected, isOnly, isHidden }: OverlayButtonProps) {
  const { width, height, scale } = useStageFrame();
  const t = useStrings('stage');
  const nameOf = useOverlayNames();
  const isUndrawn = useUndrawn(({ byId }) => byId.has(id));
  const name = nameOf([overlay]);
  const around = isOnly ? frameAround(box, scale) : { width: box.width * scale, height: box.height * scale };
  return (
    <button
      type="button"
      data-overlay={id}
      aria-label={isUndrawn ? t.undrawn.button(name) : name}
      aria-pressed={isSelected}
      className={classes(
        'absolute cursor-move touch-none rounded-[1px]',
        isSelected
          ? 'shadow-[0_0_0_3px_rgb(0_0_0/0.5)] outline-2 outline-offset-0 outline-tally focus-visible:shadow-[0_0_0_4px_white,0_0_0_5px_rgb(0_0_0/0.6)]'
          : 'hover:outline-1 hover:outline-white/80 focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-white',
        isUndrawn && 'hatch-ink bg-black/45 text-white inset-ring inset-ring-white/70',
        isHidden && 'opacity-0', // it can have the focus again at once, which what is invisible can not under reduced motion
      )}
      style={{
        left: (box.x + width / 2) * scale - around.width / 2,
        top: (box.y + height / 2) * scale - around.height / 2,
        ...around,
        transform: `rotate(${box.rotation}deg)`,
      }}
    />
  );
}

const gripNameAt = (target: Element): string | undefined => target.closest<HTMLElement>('[data-grip]')?.dataset['grip'];

const idAt = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.dataset['overlay'] : undefined;

function focusOn(layer: HTMLElement | null, name: string): void {
  const buttons = [...(layer?.querySelectorAll<HTMLElement>('[data-overlay], [data-grip]') ?? [])];
  const button = buttons.find(({ dataset }) => dataset['overlay'] === name || dataset['grip'] === name);
  button?.focus({ preventScroll: true });
}

function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation(); // the arrow keys go through the film elsewhere
}
