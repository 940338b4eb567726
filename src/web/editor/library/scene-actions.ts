import { bringInTakes, type ChangedTake } from '#domain/editing/bring-in-takes.ts';
import { insertClip } from '#domain/editing/insert-clip.ts';
import { placeScene } from '#domain/editing/place-scene.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { newItemId } from '../new-item-id.ts';
import { playback } from '../preview/playback.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import type { Incoming } from '../timeline/drop-drag.ts';
import { layoutOf } from '../timeline/timeline-layout.ts';
import { timelineView } from '../timeline/timeline-view.ts';
import { clipToGoTo, type SceneInFilm } from './scenes-in-film.ts';

type Words = Catalogue['editor'];

/** Shows a scene where it is in the film, and chooses its clip. */
export function goToScene(row: SceneInFilm): void {
  const clip = clipToGoTo(row, useEditor.getState().playhead);
  if (clip === null) return;
  playback.pause();
  edit.seek(clip.startFrame);
  edit.select([clip.id]);
  timelineView.setActive('clip', clip.id);
}

/** Puts scenes into the film, each where the script has it, and chooses them. */
export function placeScenes(rows: readonly SceneInFilm[], t: Words): void {
  const { scenes, sources } = useEditor.getState();
  const added = rows.flatMap(({ scene }) => {
    const { media } = scene;
    if (media === null) return [];
    const sourceFrames = sources[media.sha256]?.frames ?? null;
    return [{ id: newItemId(), scene: { ...scene, media }, order: scenes, sourceFrames }];
  });
  const [first] = rows;
  if (!first || added.length === 0) return;
  const label = rows.length === 1 ? t.did.placeScene(first.title) : t.did.placeScenes(rows.length);
  edit.run(label, (timeline) => added.reduce(placeScene, timeline));
  edit.select(added.map(({ id }) => id));
}

/** A scene on its way to the timeline; one that is in the film already comes once more. Null where it has nothing to show. */
export function incomingScene({ scene, title }: SceneInFilm, t: Words): Incoming | null {
  const { media, sceneId, plannedFrames } = scene;
  if (media === null) return null;
  const drop = (index: number): void => {
    const { sources } = useEditor.getState();
    const id = newItemId();
    const lengthFrames = Math.min(plannedFrames, sources[media.sha256]?.frames ?? Infinity);
    edit.run(t.did.placeScene(title), (timeline) =>
      insertClip(timeline, { clip: { id, media, lengthFrames, sceneId }, index }),
    );
    edit.select([id]);
    timelineView.setActive('clip', id);
    const startFrame = layoutOf(useEditor.getState().timeline).clip.find((clip) => clip.id === id)?.startFrame;
    if (startFrame !== undefined) edit.seek(startFrame);
  };
  return { track: 'clip', name: title, drop };
}

/** Shows in clips what their scenes show now. */
export function bringIn(changes: readonly ChangedTake[], t: Words): void {
  const { sources } = useEditor.getState();
  edit.run(t.did.useTakes(changes.length), (timeline) =>
    bringInTakes(timeline, { takes: changes, sourceFrames: ({ sha256 }) => sources[sha256]?.frames ?? null }),
  );
}
