import type { AnalysisResult, MeasuredVideo } from '#contract/analysis.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { probe } from '#media/probe.ts';
import { readFrames } from '#media/read-frames.ts';
import { breathing } from './breath.ts';
import { cameraOfShot, type CameraReading } from './camera-of-shot.ts';
import { colourName, toneWords } from './colour-words.ts';
import { findShots, type Shot } from './find-shots.ts';
import { frameFeatures, type FrameFeatures } from './frame-features.ts';
import { looksLettered } from './lettering-in.ts';
import { toOklab, type Oklab } from './oklab.ts';
import { paletteOf, type Swatch } from './palette-of.ts';
import { soundOf, type SoundReading } from './sound-of.ts';

const SHORT_SIDE_PX = 90;
const FRAMES_PER_S = 10;
const MOST_FRAMES = 6000; // ten minutes; longer films are looked at less often
const COLOUR_GRID = 12; // pixels are sampled on a grid of so many by so many
const COLOURS_EACH_S = 2;
const MOST_COLOURS = 4000; // clustering them is one stretch of work

interface Looked {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: readonly FrameFeatures[];
  /** By frame, where it was sampled. */
  readonly colours: readonly (readonly Oklab[] | null)[];
  readonly lettered: readonly boolean[];
}

/**
 * Measures a reference video: its shots and joins, camera, colours, tempo, sound.
 *
 * The picture is decoded once, small. Nothing is said about what it shows, only what was measured.
 */
export async function analyzeVideo(
  video: { readonly path: string; readonly name?: string },
  context: { ffmpeg: string; signal: AbortSignal; progress: (done: number) => void },
): Promise<AnalysisResult & { readonly measured: MeasuredVideo }> {
  const beganMs = performance.now();
  const facts = await probe(video.path, {
    ffmpeg: context.ffmpeg,
    ...(video.name === undefined ? {} : { name: video.name }),
  });
  if (facts.kind !== 'video' || facts.width === null || facts.height === null) {
    throw new Problem('unsupported_media', { name: video.name ?? 'The file', reason: 'it is not a video' });
  }
  const looked = await look(video.path, facts, context);
  if (looked.frames.length === 0)
    throw new Problem('media_unreadable', { name: video.name ?? 'The video', reason: 'no frame could be decoded' });
  const sound = facts.hasAudio ? await soundOf(video.path, context) : null;
  const pause = breathing(context.signal);
  const shots = await findShots(looked.frames, pause);
  const size = { width: looked.width / 2, height: looked.height / 2, fps: looked.fps };
  const cameras: CameraReading[] = [];
  for (const shot of shots) {
    cameras.push(await cameraOfShot(looked.frames.slice(shot.startFrame, shot.endFrame), size, pause));
    context.progress(0.7 + (0.3 * shot.endFrame) / looked.frames.length);
  }
  const found = await written(looked, facts.durationS, shots, cameras, sound, pause);
  return { ...found, measured: { ...found.measured, took_seconds: hundredths((performance.now() - beganMs) / 1000) } };
}

async function look(
  path: string,
  facts: MediaFacts,
  context: { ffmpeg: string; signal: AbortSignal; progress: (done: number) => void },
): Promise<Looked> {
  const durationS = facts.durationS ?? 0;
  const rate = Math.min(FRAMES_PER_S, durationS > 0 ? MOST_FRAMES / durationS : FRAMES_PER_S);
  const fps = { num: Math.max(1, Math.round(rate * 100)), den: 100 };
  const { width, height } = smallSize(facts.width ?? 1, facts.height ?? 1);
  const frames: FrameFeatures[] = [];
  const colours: (readonly Oklab[] | null)[] = [];
  const lettered: boolean[] = [];
  const sampleEvery = Math.max(1, Math.round(rate / COLOURS_EACH_S));
  const expected = Math.max(1, durationS * rate);
  const pause = breathing(context.signal);
  await readFrames({
    ffmpeg: context.ffmpeg,
    path,
    width,
    height,
    fps,
    pixelFormat: 'rgb24',
    signal: context.signal,
    onFrame: async (pixels, index) => {
      frames.push(frameFeatures(pixels, width, height));
      const isSampled = index % sampleEvery === 0;
      colours.push(isSampled ? sampledColours(pixels, width, height) : null);
      lettered.push(isSampled && looksLettered(pixels, width, height));
      context.progress(Math.min(0.7, (0.7 * index) / expected));
      await pause();
    },
  });
  return { width, height, fps: fps.num / fps.den, frames, colours, lettered };
}

/** About 90 px on the short side, even both ways. */
function smallSize(width: number, height: number): { width: number; height: number } {
  const scale = SHORT_SIDE_PX / Math.min(width, height);
  const even = (side: number): number => Math.min(4 * SHORT_SIDE_PX, Math.max(2, Math.round((side * scale) / 2) * 2));
  return { width: even(width), height: even(height) };
}

function sampledColours(rgb: Uint8Array, width: number, height: number): Oklab[] {
  return Array.from({ length: COLOUR_GRID * COLOUR_GRID }, (_none, index) => {
    const column = Math.floor((((index % COLOUR_GRID) + 0.5) * width) / COLOUR_GRID);
    const row = Math.floor(((Math.floor(index / COLOUR_GRID) + 0.5) * height) / COLOUR_GRID);
    const at = (row * width + column) * 3;
    return toOklab(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0);
  });
}

async function written(
  looked: Looked,
  durationS: number | null,
  shots: readonly Shot[],
  cameras: readonly CameraReading[],
  sound: SoundReading | null,
  pause: () => Promise<void>,
): Promise<AnalysisResult & { readonly measured: MeasuredVideo }> {
  const lastS = durationS ?? looked.frames.length / looked.fps;
  const atS = (frame: number): number => (frame === looked.frames.length ? lastS : Math.min(lastS, frame / looked.fps));
  const palette = paletteOf(thinned(looked.colours.flatMap((colours) => colours ?? [])));
  const lengthsS = shots.map((shot) => Math.max(0, atS(shot.endFrame) - atS(shot.startFrame)));
  const letteredShare = shots.map((shot) => letteredIn(looked, shot));
  const scenes: AnalysisResult['scenes'] = [];
  const measuredShots: MeasuredVideo['shots'] = [];
  for (const [index, shot] of shots.entries()) {
    await pause();
    const camera = cameras[index] ?? { movement: 'static' as const, confidence: 0, speed: 0, liveliness: 0 };
    const colours = looked.colours.slice(shot.startFrame, shot.endFrame).flatMap((each) => each ?? []);
    const shotPalette = paletteOf(thinned(colours));
    const isLettered = (letteredShare[index] ?? 0) > 0.5;
    const said = {
      duration_seconds: hundredths(lengthsS[index] ?? 0),
      transition: shot.transition,
      camera_movement: camera.movement,
    };
    scenes.push({ index: index + 1, description: describedShot(shotPalette, camera, isLettered), ...said });
    measuredShots.push({
      ...said,
      start_seconds: hundredths(atS(shot.startFrame)),
      camera_confidence: camera.confidence,
      motion: hundredths(camera.liveliness),
      brightness: hundredths(brightnessIn(looked, shot)),
      color_palette: sharesOf(shotPalette),
      has_text: isLettered,
    });
  }
  const tone = toneWords(palette);
  const tempo = tempoOf(lengthsS, sound);
  return {
    scene_count: shots.length,
    overall_tone: [tone.join(', '), soundWords(sound)].filter((words) => words !== '').join('; '),
    color_palette: palette.map((swatch) => swatch.hex),
    tempo,
    has_text_overlay: letteredShare.some((share) => share > 0.5),
    scenes,
    measured: {
      duration_seconds: hundredths(lastS),
      tone,
      tempo,
      color_palette: sharesOf(palette),
      sound: sound && { loudness_lufs: sound.loudnessLufs, beats_per_minute: sound.beatsPerMinute },
      shots: measuredShots,
      took_seconds: 0,
    },
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

const sharesOf = (palette: readonly Swatch[]): MeasuredVideo['color_palette'] =>
  palette.map(({ hex, share }) => ({ color: hex, share: hundredths(share) }));

function brightnessIn({ frames }: Looked, { startFrame, endFrame }: Shot): number {
  const seen = frames.slice(startFrame, endFrame);
  return seen.reduce((sum, { brightness }) => sum + brightness, 0) / Math.max(1, seen.length) / 255;
}

function letteredIn(looked: Looked, shot: Shot): number {
  let [sampled, lettered] = [0, 0];
  for (let frame = shot.startFrame; frame < shot.endFrame; frame++) {
    if (!looked.colours[frame]) continue;
    sampled++;
    if (looked.lettered[frame]) lettered++;
  }
  return sampled === 0 ? 0 : lettered / sampled;
}

function thinned(colours: readonly Oklab[]): Oklab[] {
  const every = Math.ceil(colours.length / MOST_COLOURS);
  return every <= 1 ? [...colours] : colours.filter((_colour, index) => index % every === 0);
}

const FAST_SHOT_S = 2.2;
const SLOW_SHOT_S = 4.5;
const DRIVING_BPM = 125;

/** By the middle length of the shots; a driving beat counts one step faster. */
function tempoOf(lengthsS: readonly number[], sound: SoundReading | null): AnalysisResult['tempo'] {
  const middleS = lengthsS.toSorted((one, other) => one - other)[Math.floor(lengthsS.length / 2)] ?? 0;
  const step = middleS <= FAST_SHOT_S ? 2 : middleS <= SLOW_SHOT_S ? 1 : 0;
  const driven = (sound?.beatsPerMinute ?? 0) >= DRIVING_BPM ? 1 : 0;
  return (['slow', 'medium', 'fast', 'fast'] as const)[step + driven] ?? 'medium';
}

function soundWords(sound: SoundReading | null): string {
  if (!sound) return 'no sound';
  if (sound.loudnessLufs === null) return 'silent';
  const beat = sound.beatsPerMinute === null ? '' : `, a beat of about ${String(sound.beatsPerMinute)} a minute`;
  return `sound at ${sound.loudnessLufs.toFixed(1)} LUFS${beat}`;
}

function describedShot(palette: readonly Swatch[], camera: CameraReading, isLettered: boolean): string {
  const colours = palette
    .slice(0, 3)
    .map(({ colour, share }) => `${colourName(colour)} ${String(Math.round(share * 100))} %`);
  const howSure = camera.confidence >= 0.7 ? 'clear' : camera.confidence >= 0.4 ? 'likely' : 'uncertain';
  const speed = camera.movement === 'static' ? '' : `, ${(camera.speed * 100).toFixed(1)} % of the long side a second`;
  const life =
    camera.liveliness > 0.12
      ? 'Much changes in the picture.'
      : camera.liveliness > 0.03
        ? 'Some change in the picture.'
        : 'Little changes in the picture.';
  return [
    `${capitalised(toneWords(palette).join(', '))}: ${colours.join(', ')}.`,
    `Camera ${camera.movement} (${howSure}${speed}).`,
    life,
    ...(isLettered ? ['Edges like lettering (a weak sign).'] : []),
  ].join(' ');
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
