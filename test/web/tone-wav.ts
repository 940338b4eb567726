const RATE = 48_000;
const LEVEL = 0.25; // of full scale

/** A tone at a quarter of full scale, the same on both sides, as the bytes of a WAV file. */
export function toneWav(hertz: number, lengthS: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(lengthS * RATE);
  const bytes = new Uint8Array(44 + samples * 4);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string): void => bytes.set(new TextEncoder().encode(letters), at);
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples * 4, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 2, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 4, true);
  view.setUint16(32, 4, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples * 4, true);
  for (let place = 0; place < samples; place++) {
    const value = Math.round(LEVEL * 32_767 * Math.sin((2 * Math.PI * hertz * place) / RATE));
    view.setInt16(44 + place * 4, value, true);
    view.setInt16(46 + place * 4, value, true);
  }
  return bytes;
}
