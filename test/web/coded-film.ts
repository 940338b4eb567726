import { expect, type Locator, type Page } from '@playwright/test';
import { codedClip, codeOf } from './coded-clip.ts';
import type { Account } from './studio.ts';

export interface CodedPlace {
  readonly projectId: string;
  readonly workId: string;
}

/** One clip of a film whose pictures say which frame they are. */
export interface CodedShot {
  /** What its first frame says. */
  readonly first: number;
  /** Of the clip's file, at 30 a second. */
  readonly frames: number;
  /** How long it is in the film; as long as its file unless it is said. */
  readonly shownFrames?: number;
  /** How it goes over into the next: ten frames of it. */
  readonly transition?: string;
}

/** A work of 192 × 320 with a saved edit of such clips, end to end. */
export async function codedFilm(
  { client }: Account,
  shots: readonly CodedShot[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<CodedPlace> {
  const project = await client.createProject({ name: 'EcoBottle' });
  const resolution = { width: 192, height: 320 };
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution });
  const place = { projectId: project.id, workId: work.id };
  await client.arrangeScenes({
    ...place,
    scenes: shots.map((_, at) => ({
      duration_seconds: 2,
      image_prompt: `Bottle ${at + 1} on stone`,
      video_prompt: 'push in',
    })),
  });
  let start = 0;
  const videoTrack = [];
  for (const [sceneIndex, { shownFrames, transition, ...clip }] of shots.entries()) {
    const content = new Blob([new Uint8Array(await codedClip(clip))], { type: 'video/mp4' });
    await client.uploadTake({ ...place, sceneIndex, file: { name: 'coded.mp4', content } });
    const end = start + (shownFrames ?? clip.frames) / 30;
    const joined = transition ? { transitionType: transition, transitionDuration: 10 / 30 } : {};
    videoTrack.push({ id: `clip-${sceneIndex}`, sceneIndex, start, end, ...joined });
    start = end;
  }
  const exportSettings = { ...resolution, fps: 30 };
  await client.updateWork({
    ...place,
    editorState: { editorData: { videoTrack, textTrack: [] }, exportSettings, ...more },
  });
  return place;
}

/** The canvas of the preview. */
export const previewOf = (page: Page): Locator => page.locator('[data-film] canvas[data-frame]');

/** Waits until the preview shows just this frame of the film, with all that is in it. */
export async function expectFrame(page: Page, frame: number): Promise<void> {
  await expect(previewOf(page)).toHaveAttribute('data-frame', String(frame));
  await expect(previewOf(page)).toHaveAttribute('data-exact', 'true');
}

/** The frame that is painted now. */
export const paintedFrame = async (page: Page): Promise<number> =>
  Number(await previewOf(page).getAttribute('data-frame'));

/** What the picture in the preview says. */
export const shownCode = (page: Page): Promise<number> => codeOf(previewOf(page));
