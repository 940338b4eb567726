import fc from 'fast-check';
import { TransitionType } from '#contract/scene.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import type { TestMedium } from './parity-clips.ts';
import { type Picture, type Text, timelineOf } from './parity-films.ts';
import type { Film } from './parity-studio.ts';

const SIZES = [
  { width: 270, height: 480 },
  { width: 480, height: 270 },
  { width: 320, height: 320 },
] as const;
const LOOKED_AT = 3; // frames of each film
const WORDS = ['Harbour', 'Işık ğ', 'مرحبا', 'नमस्ते', '港の朝', '😀 yes', 'two\nlines'] as const;

const share = fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20);
const colour = fc.constantFrom('#ffffff', '#101820', '#e0452b', '#2b6fe0', '#f5d142');
const animation = fc.option(
  fc.record({
    in: fc.constantFrom('none' as const, 'fade' as const, 'rise' as const),
    out: fc.constantFrom('none' as const, 'fade' as const),
    inFrames: fc.integer({ min: 0, max: 12 }),
    outFrames: fc.integer({ min: 0, max: 9 }),
    staggerFrames: fc.integer({ min: 0, max: 3 }),
  }),
  { nil: undefined },
);

/** Seeded, so that a film that differs can be made again. */
export function randomFilms(media: readonly TestMedium[], logo: TestMedium, seed: number, count: number): Film[] {
  const shot = fc.record({
    medium: fc.constantFrom(...media),
    frames: fc.integer({ min: 6, max: 24 }),
    from: fc.integer({ min: 0, max: 30 }),
    transition: fc.option(
      fc.record({ type: fc.constantFrom(...TransitionType.options), durationFrames: fc.integer({ min: 1, max: 12 }) }),
      { nil: undefined },
    ),
  });
  const when = { start: share, length: fc.integer({ min: 3, max: 40 }) };
  const place = { centerX: fc.integer({ min: -120, max: 120 }), centerY: fc.integer({ min: -160, max: 160 }) };
  const film = fc.record({
    size: fc.constantFrom(...SIZES),
    shots: fc.array(shot, { minLength: 2, maxLength: 5 }),
    texts: fc.array(
      fc.record({
        ...when,
        ...place,
        text: fc.constantFrom(...WORDS),
        fontSize: fc.integer({ min: 16, max: 60 }),
        fontColor: colour,
        fontWeight: fc.constantFrom(400, 600, 700),
        opacity: share,
        animation,
        rotation: fc.constantFrom(0, 0, 12, -33),
        background: fc.option(
          fc.record({ color: colour, opacity: share, paddingX: fc.constant(14), paddingY: fc.constant(8) }),
          { nil: undefined },
        ),
        stroke: fc.option(fc.record({ color: colour, width: fc.constant(2) }), { nil: undefined }),
      }),
      { maxLength: 3 },
    ),
    images: fc.array(
      fc.record({
        ...when,
        ...place,
        opacity: share,
        animation,
        rotation: fc.constantFrom(0, 30),
        width: fc.integer({ min: 40, max: 200 }),
        height: fc.integer({ min: 40, max: 200 }),
        maintainAspectRatio: fc.boolean(),
      }),
      { maxLength: 1 },
    ),
    looks: fc.array(share, { minLength: LOOKED_AT, maxLength: LOOKED_AT }),
  });
  return fc.sample(film, { seed, numRuns: count }).map(({ size, shots, texts, images, looks }) => {
    const lengthFrames = shots.reduce((sum, { frames }) => sum + frames, 0);
    const timed = <One extends { start: number; length: number }>(kind: string, overlays: readonly One[]) =>
      overlays.map(({ start, length, ...overlay }, number) => {
        const startFrame = Math.round(start * (lengthFrames - 1));
        return {
          ...withoutNothing(overlay),
          id: `${kind}-${String(number)}`,
          startFrame,
          endFrame: startFrame + length,
        };
      });
    const over = {
      texts: timed('text', texts) as Text[],
      images: timed('image', images).map((image) => ({ ...image, media: logo.media })) as Picture[],
    };
    const said = shots.map(({ transition, ...rest }) => ({ ...rest, ...(transition ? { transition } : {}) }));
    const timeline = timelineOf(size, said, over);
    const last = outputLengthFrames(timeline) - 1;
    const frames = new Set([0, last, ...looks.map((look) => Math.round(look * last))]);
    return { timeline, media: [...media, logo], frames: [...frames].toSorted((a, b) => a - b) };
  });
}

const withoutNothing = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
