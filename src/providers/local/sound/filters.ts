import { SAMPLE_RATE, type Stereo } from './stereo.ts';

/** Darkens a bus in place: two one-pole low-passes in a row, whose corner moves from `fromHz` to `toHz` over the first `overSamples`. */
export function openLowPass(bus: Stereo, fromHz: number, toHz: number, overSamples: number): void {
  for (const channel of [bus.left, bus.right]) {
    let first = 0;
    let second = 0;
    let amount = 0;
    for (let index = 0; index < channel.length; index++) {
      if (index % 64 === 0) {
        const cornerHz = fromHz + (toHz - fromHz) * Math.min(1, index / overSamples);
        amount = 1 - Math.exp((-2 * Math.PI * cornerHz) / SAMPLE_RATE);
      }
      first += amount * ((channel[index] ?? 0) - first);
      second += amount * (first - second);
      channel[index] = second;
    }
  }
}

/** Removes what lies below `cornerHz` in place, and with it any offset: two one-pole high-passes in a row. */
export function highPass(bus: Stereo, cornerHz: number): void {
  const amount = 1 - Math.exp((-2 * Math.PI * cornerHz) / SAMPLE_RATE);
  for (const channel of [bus.left, bus.right]) {
    let first = 0;
    let second = 0;
    for (let index = 0; index < channel.length; index++) {
      let value = channel[index] ?? 0;
      first += amount * (value - first);
      value -= first;
      second += amount * (value - second);
      channel[index] = value - second;
    }
  }
}
