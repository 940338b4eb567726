import type { MediaFacts } from '#contract/take.ts';
import { Timeline } from '#contract/timeline.ts';
import type { DeliveredFilm, DeliveredMedium } from './delivered-film.ts';

/*
 * The film that the tests of this folder deliver.
 */

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const LOGO = 'c'.repeat(64);
const MUSIC = 'd'.repeat(64);

/** The media of the film, as an edit refers to them. */
export const REFS = {
  first: { sha256: A, kind: 'video', takeId: 'take_a' },
  second: { sha256: B, kind: 'video' },
  logo: { sha256: LOGO, kind: 'image', assetId: 'asset_logo' },
  music: { sha256: MUSIC, kind: 'audio' },
} as const;

const facts = (kind: MediaFacts['kind'], more: Partial<MediaFacts> = {}): MediaFacts => ({
  kind,
  mime: 'video/mp4',
  sizeBytes: 1000,
  width: kind === 'audio' ? null : 1080,
  height: kind === 'audio' ? null : 1920,
  durationS: kind === 'image' ? null : 8,
  frameCount: kind === 'video' ? 240 : null,
  fps: kind === 'video' ? { num: 30, den: 1 } : null,
  hasAudio: kind !== 'image',
  rotation: 0,
  pixelAspect: 1,
  codec: null,
  ...more,
});

const media = new Map<string, DeliveredMedium>([
  [A, { path: 'media/clip-01.mp4', name: 'Dawn & dusk', facts: facts('video') }],
  [B, { path: 'media/clip-02.mp4', name: 'Bottle', facts: facts('video', { hasAudio: false }) }],
  [LOGO, { path: 'media/image-01.png', name: 'Logo', facts: facts('image') }],
  [MUSIC, { path: 'media/sound-01.mp3', name: 'Slow morning', facts: facts('audio') }],
]);

/** The worked example: A from 0 to 6 s, B from 6 to 12 s, a fade of half a second, a text from 7 to 9 s. */
export function film(parts: Partial<Record<keyof Timeline, unknown>> = {}): DeliveredFilm {
  const timeline = Timeline.parse({
    schemaVersion: 1,
    fps: { num: 30, den: 1 },
    width: 1080,
    height: 1920,
    clips: [
      {
        id: 'a',
        media: { sha256: A, kind: 'video', takeId: 'take_a' },
        startFrame: 0,
        endFrame: 180,
        sourceStartFrame: 12,
        transition: { type: 'fade', durationFrames: 15 },
      },
      { id: 'b', media: { sha256: B, kind: 'video' }, startFrame: 180, endFrame: 360, volume: 0.5 },
    ],
    texts: [{ id: 't', text: 'Made <for>\nthe "long" way', fontSize: 72, startFrame: 210, endFrame: 270 }],
    images: [
      {
        id: 'i',
        media: { sha256: LOGO, kind: 'image', assetId: 'asset_logo' },
        startFrame: 0,
        endFrame: 360,
        width: 200,
        height: 100,
        centerX: 108,
        centerY: -192,
      },
    ],
    audio: [{ id: 'm', kind: 'music', media: { sha256: MUSIC, kind: 'audio' }, sourceStartFrame: 30, volume: 0.5 }],
    markers: [{ id: 'k', frame: 240, label: 'Beat' }],
    ...parts,
  });
  return { name: 'Spring launch', timeline, framing: 'crop', media };
}
