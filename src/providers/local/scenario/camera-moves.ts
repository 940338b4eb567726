import type { Random } from '../picture/random.ts';
import type { Beat } from './beats.ts';

/** A camera move by its kind, so that neighbours can be kept apart. */
export type CameraMove = 'static' | 'push' | 'pull' | 'pan-left' | 'pan-right' | 'tilt-up' | 'tilt-down' | 'orbit';

const sentences: Readonly<Record<CameraMove, readonly string[]>> = {
  static: ['Static camera, locked off, only the light lives'],
  push: ['Push in towards {thing}', 'The camera moves in closer to {thing}', 'Dolly in on {thing}'],
  pull: [
    'Pull back to reveal {thing} in its place',
    'The camera pulls back and the scene opens up',
    'Dolly out until the whole scene can be seen',
  ],
  'pan-left': ['Pan left across the scene', 'The camera pans left past the foreground'],
  'pan-right': ['Pan right across the scene', 'The camera pans right past the foreground'],
  'tilt-up': ['Tilt up from the ground to {thing}', 'The camera tilts up along {thing}'],
  'tilt-down': ['Tilt down from the light to {thing}', 'The camera tilts down onto {thing}'],
  orbit: [
    'Orbit around {thing}, foreground and background drift apart',
    'A shallow arc around {thing} with clear parallax',
  ],
};

/** What fits each beat, best first. */
const preferred: Readonly<Record<Beat, readonly CameraMove[]>> = {
  hook: ['push', 'tilt-up', 'pan-right', 'pan-left'],
  problem: ['pan-left', 'pan-right', 'tilt-down', 'push'],
  product: ['push', 'orbit', 'tilt-up'],
  feature: ['orbit', 'pan-right', 'pan-left', 'tilt-up', 'push', 'tilt-down'],
  proof: ['push', 'tilt-up', 'orbit', 'pan-left'],
  mood: ['pan-right', 'pan-left', 'tilt-down', 'pull', 'orbit'],
  action: ['pull'],
};

/** A move for every scene: never the same twice running, a pull at the end, a push for the product. */
export function chooseMoves(beats: readonly Beat[], random: Random): readonly CameraMove[] {
  const moves: CameraMove[] = [];
  for (const [place, beat] of beats.entries()) {
    const before = moves.at(-1);
    const isBeforeLast = place === beats.length - 2;
    const possible = preferred[beat].filter((move) => move !== before && !(isBeforeLast && move === 'pull'));
    const first = possible[0] ?? (before === 'push' ? 'pull' : 'push');
    moves.push(
      beat === 'product' && random.next() < 0.7 ? first : possible.length === 0 ? first : random.pick(possible),
    );
  }
  return moves;
}

/** The moves of a reference film in our words; what cannot be told is chosen as usual. */
export function moveFromWords(words: string): CameraMove | null {
  const text = words.toLowerCase();
  if (/static|locked|tripod|fixed|stationary|no (?:camera )?mov/.test(text)) return 'static';
  if (/push|zoom[\s-]*in|dolly[\s-]*in|closer|forward/.test(text)) return 'push';
  if (/pull|zoom[\s-]*out|dolly[\s-]*out|back|away/.test(text)) return 'pull';
  if (/tilt|crane|pedestal|vertical/.test(text)) return /down/.test(text) ? 'tilt-down' : 'tilt-up';
  if (/orbit|arc|around|parallax/.test(text)) return 'orbit';
  if (/pan|track|truck|slide|lateral|horizontal/.test(text)) return /left/.test(text) ? 'pan-left' : 'pan-right';
  return null;
}

/** The move as a sentence of a video prompt. */
export function moveSentence(move: CameraMove, thing: string, random: Random): string {
  return random.pick(sentences[move]).replace('{thing}', thing);
}
