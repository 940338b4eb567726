import { Plus } from 'lucide-react';
import { changedTakes } from '#domain/editing/bring-in-takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { useCalmEditor } from '../store/calm-editor.ts';
import { useEditor } from '../store/editor-store.ts';
import { layoutOf } from '../timeline/timeline-layout.ts';
import { ChangedTakes } from './changed-takes.tsx';
import { useOffered } from './kept-takes.ts';
import { placeScenes } from './scene-actions.ts';
import { SceneRow } from './scene-row.tsx';
import { sceneAt, scenesInFilm } from './scenes-in-film.ts';

/** The scenes of the board, and where they are in the film. */
export function ScenesPanel() {
  const t = useStrings('editor');
  const timeline = useCalmEditor((now) => now.timeline);
  const scenes = useEditor((now) => now.scenes);
  const shown = useCalmEditor((now) => sceneAt(layoutOf(now.timeline), now.playhead));
  const offered = useOffered(changedTakes(timeline, scenes));
  const rows = scenesInFilm(scenes, layoutOf(timeline));
  const placed = rows.filter(({ clips }) => clips.length > 0).length;
  const missing = rows.filter(({ clips, scene }) => clips.length === 0 && scene.media !== null);
  return (
    <section aria-labelledby="scenes-title" className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 p-3">
      <header className="flex items-baseline gap-2 ps-1">
        <h2 id="scenes-title" className="text-13 font-semibold">
          {t.panels.scenes}
        </h2>
        <p className="text-12 text-ink2 tabular-nums">{t.scenes.placed(placed, rows.length)}</p>
      </header>
      {offered.length > 0 && <ChangedTakes changes={offered} scenes={scenes} />}
      <ul className="-mx-1 grid grid-cols-[minmax(0,1fr)] gap-1">
        {rows.map((row) => (
          <SceneRow
            key={row.scene.sceneId}
            row={row}
            isShown={shown === row.scene.sceneId}
            changes={offered.filter(({ sceneId }) => sceneId === row.scene.sceneId)}
          />
        ))}
      </ul>
      {missing.length > 1 && (
        <Button size="sm" icon={Plus} onClick={() => placeScenes(missing, t)} className="justify-self-start">
          {t.scenes.placeAll(missing.length)}
        </Button>
      )}
    </section>
  );
}
