import { scenarioRequest } from '../film/film-steps.ts';
import type { Film } from '../scenes/read-film.ts';
import type { World } from '../world.ts';
import type { AskedItem } from './estimate-items.ts';

const SCENE_S = 5; // as long as a scene is assumed to be where nobody says how many there are
const PROMPT_BYTES = 600; // what models write for a scene, with the style before it

/** What making a work without scenes comes to: its scenario, then a picture and a clip of each scene it is to have. */
export async function outlineOfWork(
  world: Pick<World, 'database'>,
  { work, assets }: Film,
): Promise<{ readonly asked: readonly AskedItem[]; readonly says: readonly string[] }> {
  const script = await scenarioRequest(world, work, 0);
  const isDirect = work.assetUsageMode === 'direct';
  const { videoDurationS, sceneCount: wanted } = script.intent;
  const sceneCount = wanted ?? work.analysis?.scene_count ?? Math.max(1, Math.round(videoDurationS / SCENE_S));
  const durationS = videoDurationS / sceneCount;
  const frame = { width: work.width, height: work.height };
  const made = { textBytes: PROMPT_BYTES, frame };
  const references = isDirect ? 0 : assets.filter(({ type }) => type === 'image').length;
  const scenes = Array.from({ length: sceneCount }, (_, sceneIndex): readonly AskedItem[] => [
    ...(isDirect ? [] : [{ sceneIndex, request: { role: 'image', pictureCount: references, ...made } } as const]),
    { sceneIndex, request: { role: 'video', pictureCount: 1, durationS, ...made } },
  ]);
  const textBytes = Buffer.byteLength(JSON.stringify(script));
  return {
    asked: [{ sceneIndex: null, request: { role: 'llm', textBytes, pictureCount: 0 } }, ...scenes.flat()],
    says: [`There is no scenario yet: ${sceneCount} scenes of ${Number(durationS.toFixed(1))} s are assumed.`],
  };
}
