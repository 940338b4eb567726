import { SAMPLE_RATE, type Stereo } from './stereo.ts';

const DELAYS = [1031, 1327, 1523, 1871, 2053, 2311, 2677, 2999] as const; // primes, 21 to 62 ms, so that echoes never line up
const DECAY_S = 2.4;
const DAMPING = 0.32; // highs die first, as in a room with people in it

/** Adds the room around `send` to `bus`: eight feedback delays, mixed by a Householder reflection so that no energy is lost. */
export function addReverb(bus: Stereo, send: Float32Array, gain: number): void {
  const lines = DELAYS.map((delay) => ({
    memory: new Float32Array(delay),
    place: 0,
    damped: 0,
    feedback: 10 ** ((-3 * delay) / (DECAY_S * SAMPLE_RATE)),
  }));
  for (let index = 0; index < send.length; index++) {
    let sum = 0;
    for (const line of lines) {
      line.damped += (1 - DAMPING) * ((line.memory[line.place] ?? 0) - line.damped);
      sum += line.damped;
    }
    const shared = sum * (2 / lines.length);
    const input = send[index] ?? 0;
    let left = 0;
    let right = 0;
    for (let number = 0; number < lines.length; number++) {
      const line = lines[number];
      if (line === undefined) continue;
      if (number % 2 === 0) left += line.damped;
      else right += line.damped;
      line.memory[line.place] = input + (line.damped - shared) * line.feedback;
      line.place = line.place + 1 === line.memory.length ? 0 : line.place + 1;
    }
    bus.left[index] = (bus.left[index] ?? 0) + left * gain;
    bus.right[index] = (bus.right[index] ?? 0) + right * gain;
  }
}
