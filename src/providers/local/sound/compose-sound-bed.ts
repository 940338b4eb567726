import { open, rm } from 'node:fs/promises';
import type { TaskContext } from '../draw-tasks.ts';
import { soundBed, type SoundBrief } from './sound-bed.ts';
import { SAMPLE_RATE, type Stereo } from './stereo.ts';

const HEADER_BYTES = 44;
const CHUNK_SAMPLES = 1 << 16;

/**
 * Composes a sound bed and writes it as a WAV file: 16 bit, stereo, 48 kHz, `round(durationS * 48000)` samples.
 *
 * No half file is left where it fails or is stopped.
 */
export async function composeSoundBed(
  input: SoundBrief & { readonly path: string },
  context: TaskContext,
): Promise<{ readonly path: string; readonly mime: string }> {
  const { parts } = soundBed(input);
  context.progress(0.9);
  const sampleCount = parts.reduce((sum, part) => sum + part.left.length, 0);
  const file = await open(input.path, 'wx');
  try {
    await file.write(wavHeader(sampleCount));
    for (const part of parts) {
      for (let start = 0; start < part.left.length; start += CHUNK_SAMPLES) {
        context.signal.throwIfAborted();
        await file.write(pcm(part, start, Math.min(part.left.length, start + CHUNK_SAMPLES)));
      }
    }
    await file.close();
  } catch (failure) {
    await file.close();
    await rm(input.path, { force: true });
    throw failure;
  }
  return { path: input.path, mime: 'audio/wav' };
}

function pcm({ left, right }: Stereo, start: number, end: number): Buffer {
  const bytes = Buffer.alloc((end - start) * 4);
  for (let index = start; index < end; index++) {
    const place = (index - start) * 4;
    bytes.writeInt16LE(Math.round(32767 * Math.max(-1, Math.min(1, left[index] ?? 0))), place);
    bytes.writeInt16LE(Math.round(32767 * Math.max(-1, Math.min(1, right[index] ?? 0))), place + 2);
  }
  return bytes;
}

/** RIFF/WAVE with one `fmt ` and one `data` chunk. */
function wavHeader(sampleCount: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const dataBytes = sampleCount * 4;
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // linear PCM
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 4, 28);
  header.writeUInt16LE(4, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
