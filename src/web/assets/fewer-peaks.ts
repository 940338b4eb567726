/** The loudest of each of so many equal stretches; fewer peaks than stretches are held, none is silence. */
export function fewerPeaks(peaks: readonly number[], stretches: number): readonly number[] {
  return Array.from({ length: stretches }, (_, place) => {
    const from = Math.floor((place * peaks.length) / stretches);
    const to = Math.max(from + 1, Math.floor(((place + 1) * peaks.length) / stretches));
    return peaks.slice(from, to).reduce((loudest, peak) => Math.max(loudest, peak), 0);
  });
}
