import type { Export } from '#contract/export.ts';
import { formatSeconds } from '../../app/format.ts';
import { formatLength } from '../../app/length.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { shapeInWords } from '../../works/shape-in-words.ts';
import type { Sides } from './export-settings.ts';

type Words = Catalogue['exports'];

/** What tells a film from the others of its work: 9:16, 1080 × 1920. */
export function sizeInWords({ width, height }: Sides, t: Words): string {
  const [wide, high] = [String(width), String(height)];
  const shape = shapeInWords({ width, height });
  return shape.includes('×') ? t.sizeAlone(wide, high) : t.size(shape, wide, high);
}

/** How a film is made beside its size: 30 fps, captions burned in. */
export function factsInWords(film: Pick<Export, 'fps' | 'captions' | 'framing'>, t: Words): string {
  const captions = {
    off: t.facts.captionsOff,
    burned: t.facts.captionsBurned,
    file: t.facts.captionsFile,
  }[film.captions];
  const facts = [t.facts.fps(String(film.fps)), captions, ...(film.framing === 'blur' ? [t.facts.blur] : [])];
  return facts.join(', ');
}

const TENTHS_BELOW_MS = 10_000;

/** How long something took: 0.3 s, 12 s, 2 min 5 s. */
export function tookInWords(elapsedMs: number, t: Words): string {
  return elapsedMs < TENTHS_BELOW_MS ? t.seconds(formatSeconds(elapsedMs / 1000)) : formatLength(elapsedMs / 1000);
}
