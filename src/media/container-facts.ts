import {
  ADTS,
  EncodedPacketSink,
  FilePathSource,
  FLAC,
  Input,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
  type InputVideoTrack,
} from 'mediabunny';
import type { MediaFacts } from '#contract/take.ts';
import { frameRate } from './frame-rate.ts';

/** What a container says of itself; the caller knows its type and size. */
type ContainerFacts = Omit<MediaFacts, 'mime' | 'sizeBytes' | 'kind'> & { readonly kind: 'video' | 'audio' };

/** Read, or why it cannot be; `unknown` where another reader may know better. */
export type ContainerReading =
  | { readonly status: 'read'; readonly facts: ContainerFacts }
  | { readonly status: 'unknown' }
  | { readonly status: 'broken'; readonly reason: string };

const FORMATS = [MP4, QTFF, MATROSKA, WEBM, OGG, MP3, WAVE, FLAC, ADTS]; // no playlists: those open other files
const COUNTED_UP_TO_BYTES = 256 * 1024 * 1024; // Matroska has no table of frames: counting reads the whole file
const SAMPLE_PACKETS = 240;

/** Reads a container's own tables without decoding; runs in the probe's thread, which can be ended. */
export async function containerFacts(path: string, sizeBytes: number): Promise<ContainerReading> {
  using input = new Input({ source: new FilePathSource(path), formats: FORMATS });
  if (!(await input.canRead())) return { status: 'unknown' };
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (video) return await videoFacts(video, audio !== null, await tabled(input), sizeBytes);
  if (!audio) return { status: 'unknown' };
  const durationS = positive(await audio.computeDuration()) ?? positive(await audio.getDurationFromMetadata());
  if (durationS === null) return { status: 'broken', reason: 'it holds no sound' };
  return {
    status: 'read',
    facts: {
      kind: 'audio',
      width: null,
      height: null,
      durationS,
      frameCount: null,
      fps: null,
      hasAudio: true,
      rotation: 0,
      pixelAspect: 1,
      codec: await audio.getCodec(),
    },
  };
}

async function tabled(input: Input): Promise<boolean> {
  const format = await input.getFormat();
  return format === MP4 || format === QTFF;
}

async function videoFacts(
  track: InputVideoTrack,
  hasAudio: boolean,
  hasTable: boolean,
  sizeBytes: number,
): Promise<ContainerReading> {
  const codec = await track.getCodec();
  if (codec === null) return { status: 'unknown' };
  const countable = hasTable || sizeBytes <= COUNTED_UP_TO_BYTES;
  const stats = await track.computePacketStats(countable ? undefined : SAMPLE_PACKETS);
  if (stats.packetCount === 0) return { status: 'broken', reason: 'it holds no frames' };
  if (hasTable && !(await new EncodedPacketSink(track).getPacket(Infinity))) {
    return { status: 'broken', reason: 'it is cut short: frames that it lists are missing' };
  }
  const startS = await track.getFirstTimestamp();
  const endS = countable ? await track.computeDuration() : await track.getDurationFromMetadata();
  const durationS = endS === null ? null : positive(endS - startS);
  const ticksPerS = await track.getTimeResolution();
  const counted = countable
    ? { frames: stats.packetCount, durationS: durationS ?? 0 }
    : { frames: SAMPLE_PACKETS, durationS: SAMPLE_PACKETS / stats.averagePacketRate };
  const sourceAspect = await track.getPixelAspectRatio();
  return {
    status: 'read',
    facts: {
      kind: 'video',
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      durationS,
      frameCount: countable ? stats.packetCount : null,
      fps: frameRate({ ...counted, ticksPerS }),
      hasAudio,
      rotation: await track.getRotation(),
      pixelAspect: simplestAspect(sourceAspect.num / sourceAspect.den, await track.getCodedWidth()),
      codec: codec === 'avc' ? 'h264' : codec, // the one name that differs from FFmpeg's
    },
  };
}

/** The reader gives the aspect by whole pixels (427/320); the container meant 4/3. */
function simplestAspect(measured: number, codedWidth: number): number {
  for (let den = 1; den <= 64; den++) {
    const num = Math.round(measured * den);
    if (Math.abs(num / den - measured) * codedWidth < 0.51) return num / den;
  }
  return measured;
}

function positive(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value > 0 ? value : null;
}
