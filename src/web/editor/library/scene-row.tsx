import { Clapperboard, ImageOff, Plus, RefreshCw } from 'lucide-react';
import { framesToSeconds } from '#domain/frames.ts';
import type { ChangedTake } from '#domain/editing/bring-in-takes.ts';
import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEditor } from '../store/editor-store.ts';
import { bringIn, goToScene, incomingScene, placeScenes } from './scene-actions.ts';
import type { SceneInFilm } from './scenes-in-film.ts';
import { useDragOut } from './use-drag-out.ts';

interface SceneRowProps {
  readonly row: SceneInFilm;
  /** It is what the playhead stands on. */
  readonly isShown: boolean;
  /** Its clips that show another take than it does by now. */
  readonly changes: readonly ChangedTake[];
}

/** One scene: pressed, it is gone to; what is missing is added, what has changed is brought in. */
export function SceneRow({ row, isShown, changes }: SceneRowProps) {
  const t = useStrings('editor');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const { scene, title, number, clips } = row;
  const isPlaced = clips.length > 0;
  const dragOut = useDragOut(() => incomingScene(row, t));
  const length = t.scenes.seconds(formatSeconds(framesToSeconds(row.lengthFrames, fps)));
  const facts = isPlaced
    ? t.scenes.facts(number, length)
    : t.scenes.facts(number, scene.media ? t.scenes.notPlaced : t.scenes.nothingMade);
  const words = (
    <>
      <Thumb row={row} />
      <span className="grid min-w-0 grow gap-0.5">
        <span className={classes('line-clamp-2 text-13', !isPlaced && 'text-ink2')}>{title}</span>
        <span className="text-11 text-ink2 tabular-nums">{facts}</span>
        {changes.length > 0 && <span className="text-11 text-tally-text">{t.scenes.hasOther}</span>}
      </span>
    </>
  );
  const looks = classes(
    'flex min-h-16 min-w-0 grow items-center gap-3 p-1.5 text-start select-none',
    scene.media && 'lg:cursor-grab',
  );
  return (
    <li className={classes('flex items-center rounded-6', isShown ? 'bg-lift' : isPlaced && 'hover:bg-raise')}>
      {isPlaced ? (
        <button
          type="button"
          aria-current={isShown || undefined}
          onClick={() => goToScene(row)}
          {...dragOut}
          className={`${looks} rounded-6`}
        >
          {words}
        </button>
      ) : (
        <div className={looks} {...dragOut}>
          {words}
        </div>
      )}
      {changes.length > 0 && (
        <IconButton
          icon={RefreshCw}
          label={t.scenes.useTake(scene.sceneIndex + 1)}
          size="sm"
          variant="quiet"
          tooltipAlign="end"
          onClick={() => bringIn(changes, t)}
          className="me-1 text-tally-text"
        />
      )}
      {!isPlaced && scene.media && (
        <IconButton
          icon={Plus}
          label={t.scenes.place(scene.sceneIndex + 1)}
          size="sm"
          variant="quiet"
          tooltipAlign="end"
          onClick={() => placeScenes([row], t)}
          className="me-1"
        />
      )}
    </li>
  );
}

/** What the scene shows in the film; where it is not in it, what it would show. */
function Thumb({ row: { clips, scene } }: { readonly row: SceneInFilm }) {
  const isWide = useEditor(({ timeline }) => timeline.width > timeline.height);
  const sha256 = clips[0]?.thing.media.sha256 ?? scene.media?.sha256;
  const poster = useEditor(({ sources }) => (sha256 === undefined ? undefined : sources[sha256]?.posterUrl));
  const box = classes(
    'relative grid shrink-0 place-items-center overflow-hidden rounded-4 bg-film',
    isWide ? 'h-9 w-16' : 'h-13 w-8',
  );
  return (
    <span aria-hidden="true" className={box}>
      <Glyph icon={scene.media ? Clapperboard : ImageOff} className="text-ink3 [&>svg]:size-3.5" />
      {poster && (
        <img
          src={poster}
          alt=""
          loading="lazy"
          draggable={false}
          onError={({ currentTarget }) => void (currentTarget.hidden = true)}
          className={classes('absolute inset-0 size-full object-cover', clips.length === 0 && 'opacity-50')}
        />
      )}
    </span>
  );
}
