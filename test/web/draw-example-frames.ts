import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { OpenWorld } from '#server/world.ts';
import { ensureScenario } from '#studio/film/film-steps.ts';
import { openFilm } from '#studio/film/open-film.ts';
import { seedFrom } from '#studio/hash-of.ts';
import { ensurePicture } from '#studio/scenes/ensure-scene.ts';
import type { ExampleLine } from '#web/projects/example-lines.ts';

/** Twice the size they are shown in. */
const FRAME = { width: 160, height: 284 } as const;
const QUALITY = 82;

/** The first pictures that the built-in engine makes of a line, small, as WebP. */
export async function drawExampleFrames(
  world: OpenWorld,
  brief: string,
  line: ExampleLine & { readonly language: string },
  count: number,
): Promise<Buffer[]> {
  const { language, projectType, durationS, seed } = line;
  const waiting = { signal: AbortSignal.timeout(120_000) };
  const choice = { providerId: 'local' };
  const work = await openFilm(world, world.owner, {
    brief,
    name: null,
    audience: null,
    projectType,
    durationS,
    sceneCount: null,
    language,
    resolution: { width: 1080, height: 1920 },
    assetPaths: [],
    assetUsageMode: null,
    musicPath: null,
    referencePath: null,
    seed,
    sound: 'none',
  });
  await ensureScenario(world, world.owner, work, { seed, choice }, waiting);
  const frames: Buffer[] = [];
  for (let sceneIndex = 0; sceneIndex < count; sceneIndex++) {
    const wanted = { workId: work.id, sceneIndex, seed: seedFrom(seed, sceneIndex), choice };
    const take = await ensurePicture(world, world.owner, wanted, waiting);
    frames.push(await shrunk(world.files.pathOf(take.sha256)));
  }
  return frames;
}

async function shrunk(path: string): Promise<Buffer> {
  const picture = await loadImage(path);
  const canvas = createCanvas(FRAME.width, FRAME.height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, FRAME.width, FRAME.height);
  return canvas.encode('webp', QUALITY);
}
