import type { ScenarioScene } from '#contract/scene.ts';

/** A line of a new arrangement: a scene that is there, by its id, or what a new one begins with. */
export type ArrangedLine = Partial<Omit<ScenarioScene, 'scene_index'>>;

/** Another order or number of scenes, worked out on the scenes as they are when it is sent. */
export type Arrangement = (scenes: readonly ScenarioScene[]) => readonly ArrangedLine[];

const NEW_S = 3;

const kept = (scenes: readonly ScenarioScene[]): readonly ArrangedLine[] => scenes.map(({ id }) => idOf(id));
const idOf = (id: string | undefined): ArrangedLine => (id === undefined ? {} : { id });

/** One scene at another place; where it was deleted meanwhile, nothing moves. */
export const moved =
  (sceneId: string, to: number): Arrangement =>
  (scenes) => {
    const lines = kept(scenes);
    const own = lines.find(({ id }) => id === sceneId);
    if (!own) return lines;
    return lines.filter((line) => line !== own).toSpliced(to, 0, own);
  };

/** A new scene at a place, as long as its neighbour. */
export const inserted =
  (at: number): Arrangement =>
  (scenes) => {
    const neighbour = scenes[at - 1] ?? scenes[at];
    const line = { duration_seconds: neighbour?.duration_seconds ?? NEW_S, transition: neighbour?.transition ?? 'cut' };
    return kept(scenes).toSpliced(at, 0, line);
  };

/** The same words once more, right after. */
export const duplicated =
  (sceneId: string): Arrangement =>
  (scenes) => {
    const at = scenes.findIndex(({ id }) => id === sceneId);
    const scene = scenes[at];
    if (!scene) return kept(scenes);
    const { id: _, scene_index: __, ...words } = scene;
    return kept(scenes).toSpliced(at + 1, 0, words);
  };

/** Without one scene. */
export const removed =
  (sceneId: string): Arrangement =>
  (scenes) =>
    kept(scenes).filter(({ id }) => id !== sceneId);

/** Other lengths, by the ids of the scenes. */
export const resized =
  (lengthsS: ReadonlyMap<string, number>): Arrangement =>
  (scenes) =>
    scenes.map(({ id = '' }) => {
      const duration_seconds = lengthsS.get(id);
      return { ...idOf(id), ...(duration_seconds === undefined ? {} : { duration_seconds }) };
    });

/** Other words, by the ids of the scenes; their lengths and places stay. */
export const reworded =
  (words: readonly ScenarioScene[]): Arrangement =>
  (scenes) => {
    const byId = new Map(words.map((scene) => [scene.id, scene]));
    return scenes.map(({ id }) => {
      const written = byId.get(id);
      if (!written) return idOf(id);
      const { image_prompt, negative_prompt, video_prompt, text_overlay = '', transition } = written;
      return { ...idOf(id), image_prompt, negative_prompt, video_prompt, text_overlay, transition };
    });
  };

/** What the scenes will be once the server has answered, as far as that is known: lines that are there, in their new order. */
export function foreseen(scenes: readonly ScenarioScene[], lines: readonly ArrangedLine[]): readonly ScenarioScene[] {
  const byId = new Map(scenes.map((scene) => [scene.id, scene]));
  return lines
    .flatMap((line) => {
      const scene = line.id === undefined ? undefined : byId.get(line.id);
      return scene ? [{ ...scene, ...line }] : [];
    })
    .map((scene, scene_index) => ({ ...scene, scene_index }));
}
