import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MediaFacts } from '#contract/take.ts';
import { type MediaRef, Timeline } from '#contract/timeline.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { probe } from '#media/probe.ts';
import { exportTimeline } from '#render/export-timeline.ts';

/*
 * What an export costs against the bare decoding and encoding of as many frames, side by side in one warm process:
 *
 *   node bench/export.ts [rounds]
 *
 * Processor seconds are those of this process with all its threads and of every FFmpeg it waited for.
 */

const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 3);
/** Only tells: a build machine shares its cores, and no build is failed by a stopwatch. */
const reportOnly = process.argv.includes('--report');
const WIDTH = 1080;
const HEIGHT = 1920;
const CLIPS = 5;
const CLIP_FRAMES = 180;
const FADE_FRAMES = 15;
const FILM_FRAMES = CLIPS * CLIP_FRAMES - (CLIPS - 1) * FADE_FRAMES;
const PRESET = 'veryfast';
const CRF = 20;
const BARS = { cold: 1.2, 'one text changed': 0.35, unchanged: 0.03 } as const;
type Kind = keyof typeof BARS | 'floor';

const directory = mkdtempSync(join(tmpdir(), 'scenewright-bench-'));
const ffmpeg = await findFfmpeg({
  ...(process.env['FFMPEG_PATH'] === undefined ? {} : { explicit: process.env['FFMPEG_PATH'] }),
  searchPath: process.env['PATH'] ?? '',
});
console.log(
  `FFmpeg ${ffmpeg.version} (${ffmpeg.origin}), ${String(FILM_FRAMES)} frames of ${String(WIDTH)}x${String(HEIGHT)}, ${PRESET} crf ${String(CRF)}, 1 thread per encoder, rounds: ${String(rounds)}`,
);

try {
  const media = await makeMedia();
  const startRssBytes = process.memoryUsage.rss();
  const watch = watchMemory();
  await exportFilm({ ...media, clips: media.clips.slice(0, 1) }, 'warm-up', 0, join(directory, 'cache-warm-up')); // loads code, CanvasKit and fonts, as in a server that has exported before
  const samples: { kind: Kind; round: number; cpuS: number; wallS: number }[] = [];
  const measure = async (kind: Kind, round: number, work: () => Promise<void>): Promise<void> => {
    const [cpu, wall] = [cpuSeconds(), performance.now()];
    await work();
    const sample = { kind, round, cpuS: cpuSeconds() - cpu, wallS: (performance.now() - wall) / 1000 };
    samples.push(sample);
    console.log(`  ${kind}: ${sample.cpuS.toFixed(2)} CPU s, ${sample.wallS.toFixed(2)} s`);
  };
  for (let round = 0; round < rounds; round++) {
    const cache = join(directory, `cache-${String(round)}`);
    await measure('floor', round, () => bareTranscode(media));
    await measure('cold', round, () => exportFilm(media, 'first', round, cache));
    await measure('one text changed', round, () => exportFilm(media, 'second', round, cache));
    await measure('unchanged', round, () => exportFilm(media, 'second', round, cache));
    rmSync(cache, { recursive: true });
  }
  watch.stop();
  report(samples, watch, startRssBytes);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

interface BenchMedia {
  readonly clips: readonly MediaRef[];
  readonly logo: MediaRef;
  readonly music: MediaRef;
  readonly files: ReadonlyMap<string, { readonly path: string; readonly facts: MediaFacts }>;
}

/** Clips like those of a film: slow colour fields, moving edges, fine grain; each with a tone. */
async function makeMedia(): Promise<BenchMedia> {
  const files = new Map<string, { path: string; facts: MediaFacts }>();
  const make = async (name: string, kind: MediaRef['kind'], args: readonly string[]): Promise<MediaRef> => {
    const path = join(directory, name);
    execFileSync(ffmpeg.path, ['-v', 'error', '-y', ...args, path]);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    files.set(sha256, { path, facts: await probe(path, { ffmpeg: ffmpeg.path }) });
    return { sha256, kind };
  };
  const clips: MediaRef[] = [];
  for (let index = 0; index < CLIPS; index++) {
    const seed = String(7 + index);
    const picture = `gradients=s=108x192:r=30:d=6:seed=${seed}:n=5:speed=0.02,scale=${String(WIDTH)}:${String(HEIGHT)}[sky];testsrc2=s=720x720:r=30:d=6,hue=h=${String(index * 70)}:s=0.6[thing];[sky][thing]overlay=x='180+90*sin(t+${seed})':y='700+120*cos(t)',noise=alls=2:allf=t:all_seed=${seed},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv`;
    const video = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-c:a', 'aac', '-shortest'];
    clips.push(
      await make(`clip-${seed}.mp4`, 'video', [
        '-f',
        'lavfi',
        '-i',
        `sine=f=${String(180 + 40 * index)}:d=6`,
        '-filter_complex',
        picture,
        ...video,
      ]),
    );
  }
  const logo = await make('logo.png', 'image', ['-f', 'lavfi', '-i', 'testsrc=s=400x300', '-frames:v', '1']);
  const music = await make('music.m4a', 'audio', [
    '-f',
    'lavfi',
    '-i',
    'aevalsrc=0.2*sin(220*t*6.283)*exp(-2*mod(t\\,0.5)):d=40',
    '-c:a',
    'aac',
  ]);
  return { clips, logo, music, files };
}

function timelineOf(media: BenchMedia, words: string, round: number): Timeline {
  const rise = { in: 'rise', out: 'fade', inFrames: 25, outFrames: 8, staggerFrames: 3 } as const;
  const headline = (index: number, text: string) => ({
    id: `text-${String(index)}`,
    text,
    startFrame: CLIP_FRAMES * index + 30,
    endFrame: CLIP_FRAMES * index + 150,
    fontSize: 110,
    lineHeight: 1.06,
    letterSpacing: -0.028,
    align: 'left' as const,
    maxWidth: 900,
    centerY: -500,
    rule: { color: '#ffd166', width: 96, height: 8, gap: 40 },
    animation: rise,
  });
  return Timeline.parse({
    schemaVersion: 1,
    fps: { num: 30, den: 1 },
    width: WIDTH,
    height: HEIGHT,
    clips: media.clips.map((clip, index) => ({
      id: `clip-${String(index)}`,
      media: clip,
      startFrame: index * CLIP_FRAMES,
      endFrame: (index + 1) * CLIP_FRAMES,
      transition: { type: 'fade', durationFrames: FADE_FRAMES },
    })),
    texts: [
      headline(0, 'Cold for a day\nand a night'),
      headline(2, `The ${words} try\nround ${String(round)}`),
      headline(4, 'Order yours\ntoday'),
    ],
    images: [
      {
        id: 'logo',
        media: media.logo,
        startFrame: 0,
        endFrame: CLIPS * CLIP_FRAMES,
        width: 200,
        height: 150,
        centerX: 380,
        centerY: 760,
        opacity: 0.6,
        rotation: 12,
      },
    ],
    audio: [{ id: 'music', kind: 'music', media: media.music, volume: 0.6, fadeOutFrames: 45 }],
  });
}

async function exportFilm(media: BenchMedia, words: string, round: number, cacheDirectory: string): Promise<void> {
  await exportTimeline({
    timeline: timelineOf(media, words, round),
    resolve: async ({ sha256 }) => {
      const file = media.files.get(sha256);
      if (!file) throw new Error(`no file ${sha256}`);
      return file;
    },
    outputPath: join(directory, 'film.mp4'),
    cacheDirectory,
    scratchDirectory: join(directory, 'scratch'),
    ffmpeg,
    quality: { preset: PRESET, crf: CRF },
    concurrency: 2,
  });
}

/** The floor: the clips one after the other, decoded, encoded and joined with an encoded sound, without a filter. */
async function bareTranscode(media: BenchMedia): Promise<void> {
  const pathOf = ({ sha256 }: MediaRef): string => media.files.get(sha256)?.path ?? '';
  const list = join(directory, 'floor.txt');
  writeFileSync(list, media.clips.map((clip) => `file '${pathOf(clip)}'\n`).join(''));
  const inputs = ['-threads', '1', '-f', 'concat', '-safe', '0', '-i', list, '-i', pathOf(media.music)];
  const video = [
    '-map',
    '0:v',
    '-frames:v',
    String(FILM_FRAMES),
    '-c:v',
    'libx264',
    '-preset',
    PRESET,
    '-crf',
    String(CRF),
    '-g',
    '60',
    '-threads',
    '1',
  ];
  const sound = [
    '-map',
    '1:a',
    '-t',
    String(FILM_FRAMES / 30),
    '-c:a',
    'aac',
    '-b:a',
    '192k',
    '-movflags',
    '+faststart',
  ];
  const run = spawnSync(ffmpeg.path, [
    '-v',
    'error',
    '-y',
    ...inputs,
    ...video,
    ...sound,
    join(directory, 'floor.mp4'),
  ]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
}

/** Processor seconds so far of this process and of the children it has waited for. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[13]) + Number(fields[14]); // cutime and cstime, fields 16 and 17 of proc(5)
  return (user + system) / 1e6 + ticks / 100;
}

/** Follows the largest resident size of this process and of each of its children. */
function watchMemory(): { ownPeakBytes: number; childPeakBytes: number; stop: () => void } {
  const peaks = { ownPeakBytes: 0, childPeakBytes: 0, stop: (): void => clearInterval(timer) };
  const timer = setInterval(() => {
    peaks.ownPeakBytes = Math.max(peaks.ownPeakBytes, process.memoryUsage.rss());
    for (const pid of childPids()) {
      const kilobytes = /VmHWM:\s+(\d+) kB/.exec(statusOf(pid))?.[1];
      if (kilobytes !== undefined) peaks.childPeakBytes = Math.max(peaks.childPeakBytes, Number(kilobytes) * 1024);
    }
  }, 40);
  return peaks;
}

function childPids(): string[] {
  return readdirSync('/proc/self/task').flatMap((task) => {
    try {
      return readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean);
    } catch {
      return []; // the thread has ended
    }
  });
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // the child has ended
  }
}

function report(
  samples: readonly { kind: Kind; round: number; cpuS: number; wallS: number }[],
  memory: { ownPeakBytes: number; childPeakBytes: number },
  startRssBytes: number,
): void {
  const of = (kind: Kind, what: 'cpuS' | 'wallS'): number[] =>
    samples.filter((sample) => sample.kind === kind).map((sample) => sample[what]);
  const middle = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  let failed = false;
  console.log('\nwhat                 CPU s  (each round)                ratio   bar   wall s  ratio');
  for (const kind of ['floor', 'cold', 'one text changed', 'unchanged'] as const) {
    const cpu = of(kind, 'cpuS');
    const ratios = cpu.map((value, round) => value / (of('floor', 'cpuS')[round] ?? Number.NaN));
    const ratio = middle(ratios);
    const bar = kind === 'floor' ? null : BARS[kind];
    failed ||= bar !== null && ratio > bar;
    const wall = middle(of(kind, 'wallS'));
    console.log(
      [
        kind.padEnd(18),
        middle(cpu).toFixed(2).padStart(7),
        `  (${cpu.map((value) => value.toFixed(2)).join(' ')})`.padEnd(30),
        ratio.toFixed(3).padStart(7),
        (bar === null ? '' : bar.toFixed(2)).padStart(6),
        wall.toFixed(2).padStart(8),
        (wall / middle(of('floor', 'wallS'))).toFixed(3).padStart(7),
      ].join(''),
    );
  }
  const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1e6))} MB`;
  console.log(`\nlargest FFmpeg child: ${megabytes(memory.childPeakBytes)} (bar 400 MB)`);
  console.log(
    `this process: ${megabytes(startRssBytes)} before the first export, at most ${megabytes(memory.ownPeakBytes)}: grew by ${megabytes(memory.ownPeakBytes - startRssBytes)} (bar 100 MB)`,
  );
  failed ||= memory.childPeakBytes > 400e6 || memory.ownPeakBytes - startRssBytes > 100e6;
  console.log(failed ? 'a bar is missed' : 'every bar is met');
  process.exitCode = failed && !reportOnly ? 1 : 0;
}
