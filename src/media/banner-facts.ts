import type { ContainerReading } from './container-facts.ts';
import { Problem } from '#contract/problems.ts';
import { frameRateOfPrinted } from './frame-rate.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

const TIMEOUT_MS = 20_000;

/** Reads a container through FFmpeg's own description of its input: for the kinds that the faster reader does not know. */
export async function bannerFacts(path: string, ffmpeg: string): Promise<ContainerReading> {
  try {
    const { stderr } = await runFfmpeg({
      ffmpeg,
      doing: 'reading a file',
      args: ['-i', path, '-map', '0:v:0?', '-map', '0:a:0?', '-c', 'copy', '-t', '0.001', '-f', 'null', '-'],
      timeoutMs: TIMEOUT_MS,
    });
    return parseBanner(stderr);
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    return { status: 'broken', reason: shortReason(String(failure.facts['reason'])) };
  }
}

function parseBanner(stderr: string): ContainerReading {
  const input = stderr.slice(0, Math.max(0, stderr.indexOf('Output #0')));
  const video = /Stream #0:\d+.*?: Video: (\w+)((?!attached pic).)*$/m.exec(input)?.[0];
  const audio = /Stream #0:\d+.*?: Audio: (\w+)/.exec(input);
  const clock = /Duration: (\d+):(\d+):([\d.]+)/.exec(input);
  const durationS = clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : null;
  if (video === undefined) {
    if (!audio) return { status: 'broken', reason: 'it holds neither picture nor sound' };
    const none = { width: null, height: null, frameCount: null, fps: null, rotation: 0, pixelAspect: 1 };
    return {
      status: 'read',
      facts: { kind: 'audio', durationS: durationS || null, hasAudio: true, codec: audio[1] ?? null, ...none },
    };
  }
  const size = /, (\d{1,5})x(\d{1,5})/.exec(video);
  const aspect = /SAR (\d+):(\d+)/.exec(video);
  const pixelAspect =
    aspect && Number(aspect[1]) > 0 && Number(aspect[2]) > 0 ? Number(aspect[1]) / Number(aspect[2]) : 1;
  const turned = /rotation of (-?[\d.]+) degrees/.exec(input); // counter-clockwise
  const rotation = turned ? (((-Math.round(Number(turned[1]) / 90) * 90) % 360) + 360) % 360 : 0;
  const shown = size ? [Math.round(Number(size[1]) * pixelAspect), Number(size[2])] : [null, null];
  const [width = null, height = null] = rotation % 180 === 0 ? shown : shown.reverse();
  return {
    status: 'read',
    facts: {
      kind: 'video',
      width,
      height,
      durationS: durationS || null,
      frameCount: null,
      fps: frameRateOfPrinted(Number(/([\d.]+) fps/.exec(video)?.[1] ?? /([\d.]+) tbr/.exec(video)?.[1])),
      hasAudio: audio !== null,
      rotation,
      pixelAspect,
      codec: /Video: (\w+)/.exec(video)?.[1] ?? null,
    },
  };
}

/** FFmpeg names the file in its complaint; the user needs the complaint alone. */
function shortReason(reason: string): string {
  if (reason.includes('moov atom not found')) return 'it is cut short: its index is missing';
  if (reason.includes('longer than')) return 'reading it took too long';
  return 'it is damaged, or of a kind that is not known';
}
