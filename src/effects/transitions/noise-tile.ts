/** Cells along a side of the tile; white noise repeats without being seen to. */
export const NOISE_TILE_SIZE = 256;

const MODULUS = 65_521; // the largest prime under 2^16: products of two residues stay exact in a double, here and in FFmpeg
const ACROSS = 25_173;
const DOWN = 13_849;

/**
 * White noise from a seed, 0 to 254, row by row.
 *
 * Integer arithmetic only, so that `noiseExpression` gives FFmpeg the same numbers on any machine.
 */
export function noiseTile(seed: number): Uint8Array {
  const tile = new Uint8Array(NOISE_TILE_SIZE * NOISE_TILE_SIZE);
  for (let y = 0; y < NOISE_TILE_SIZE; y++) {
    for (let x = 0; x < NOISE_TILE_SIZE; x++) tile[y * NOISE_TILE_SIZE + x] = noise(x, y, seed);
  }
  return tile;
}

/** The same noise as an expression of FFmpeg's `geq`. */
export function noiseExpression(seed: number): string {
  const size = String(NOISE_TILE_SIZE);
  const start = `st(0,mod(mod(X,${size})*${String(ACROSS)}+mod(Y,${size})*${String(DOWN)}+${String(startOf(seed))},${String(MODULUS)}))`;
  const stir = `st(0,mod(ld(0)*ld(0)+ld(0)*${String(ACROSS)}+${String(DOWN)},${String(MODULUS)}))`;
  return `${start};${stir};${stir};${stir};mod(ld(0),255)`;
}

function noise(x: number, y: number, seed: number): number {
  let value = (x * ACROSS + y * DOWN + startOf(seed)) % MODULUS;
  for (let round = 0; round < 3; round++) value = (value * value + value * ACROSS + DOWN) % MODULUS;
  return value % 255;
}

function startOf(seed: number): number {
  return Math.abs(Math.trunc(seed)) % MODULUS;
}
