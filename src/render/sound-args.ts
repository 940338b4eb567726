import type { Fps } from '#contract/fps.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { AudioTrack, Timeline } from '#contract/timeline.ts';
import { joinsOf, nominalToOutput, placeClips } from '#domain/timeline/nominal-to-output.ts';

/** A file that sounds. `key` stands for the path in the key of a rendered sound. */
export interface SoundSource {
  readonly path: string;
  readonly key: string;
  readonly facts: MediaFacts;
  readonly isMono: boolean;
}

/** A stretch of a source in the film. Times in seconds. */
interface Sound {
  readonly source: SoundSource;
  readonly kind: 'clip' | 'music' | 'voice';
  readonly sourceStartS: number;
  readonly startS: number;
  readonly lengthS: number;
  readonly volume: number;
  readonly fadeInS: number;
  readonly fadeOutS: number;
  /** Of equal power where a clip's sound goes over into the next one's: two sounds at half their power make one. */
  readonly curve: 'tri' | 'qsin';
  readonly duckDb: number;
}

/** How the sum of everything is brought into range; `none` to measure it as it is. */
export type Mastering =
  | { readonly limit: 'none' | 'samples'; readonly gainDb?: never }
  /** For a film of a loudness: lifted or lowered, and never above -1 dBTP. */
  | { readonly limit: 'true peak'; readonly gainDb: number };

const SAMPLE_RATE = 48_000;

const CLICK_FREE_S = 0.005; // a wave cut in its swing clicks; five milliseconds of fade are not heard
const LAYOUT = 'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo';
const LIMITER = 'attack=5:release=80:level=disabled:latency=1'; // latency: what it looks ahead does not come late
const LIMIT = `alimiter=limit=0.966:${LIMITER}`; // -0.3 dB: mixing at full level may pass 0 dB, and only then this is heard
// A film of a loudness is pressed in the peaks between its samples too: four times the rate shows them, and -1.5 dB leaves
// room for what the encoder adds, so that -1 dBTP of EBU R 128 holds in the file.
const TRUE_LIMIT = `aresample=192000,alimiter=limit=0.841:${LIMITER},aresample=48000`;

/** Samples of the whole film's sound. */
function filmSamples(lengthFrames: number, { num, den }: Fps): number {
  return Math.round((lengthFrames * den * SAMPLE_RATE) / num);
}

/**
 * Inputs and graph that mix the film's sound into the stream `[sound]`: clips with their crossfades, music and voice with trims,
 * volumes, fades and ducking. Nothing is made quieter because something else sounds; a limiter keeps the sum in range.
 */
export function soundArguments(
  timeline: Timeline,
  film: { readonly lengthFrames: number; readonly mastering: Mastering },
  sources: (media: { readonly sha256: string }) => SoundSource,
  path: (source: SoundSource) => string,
): string[] {
  const sounds = [...clipSounds(timeline, sources), ...trackSounds(timeline, film.lengthFrames, sources)];
  const samples = filmSamples(film.lengthFrames, timeline.fps);
  const whole = `${LAYOUT},apad=whole_len=${String(samples)},atrim=end_sample=${String(samples)}`;
  if (sounds.length === 0)
    return [
      '-f',
      'lavfi',
      '-i',
      `anullsrc=r=${String(SAMPLE_RATE)}:cl=stereo`,
      '-filter_complex',
      `[0:a]${whole}[sound]`,
    ];
  const inputs = sounds.flatMap((sound) => {
    const seek = sound.sourceStartS > 0 ? ['-ss', sound.sourceStartS.toFixed(6)] : [];
    return [...seek, '-vn', '-i', path(sound.source)];
  });
  const pieces = sounds.map((sound, place) => `[${String(place)}:a:0]${filtersOf(sound)}[s${String(place)}]`);
  const ducked = duckings(sounds, pieces);
  const mix =
    ducked.length === 1
      ? `[${ducked.join('')}]anull`
      : `${ducked.map((name) => `[${name}]`).join('')}${mixOf(ducked.length)}`;
  const mastered = [mix, ...masteringFilters(film.mastering), whole].join(',');
  return [...inputs, '-filter_complex', [...pieces, `${mastered}[sound]`].join(';')];
}

function masteringFilters(mastering: Mastering): string[] {
  switch (mastering.limit) {
    case 'none':
      return [];
    case 'samples':
      return [LIMIT];
    case 'true peak':
      return [...(mastering.gainDb === 0 ? [] : [`volume=${mastering.gainDb.toFixed(2)}dB`]), TRUE_LIMIT];
  }
}

function mixOf(count: number): string {
  return `amix=inputs=${String(count)}:normalize=0:duration=longest:dropout_transition=0`;
}

function filtersOf({ source, startS, lengthS, volume, fadeInS, fadeOutS, curve }: Sound): string {
  const inS = Math.min(lengthS, fadeInS || CLICK_FREE_S);
  const outS = Math.min(lengthS, fadeOutS || CLICK_FREE_S);
  // Said only where it matters: the graph of 400 clips nearly fills what may be handed to a process.
  const curved = (fadeS: number): string => (fadeS > 0 && curve !== 'tri' ? `:curve=${curve}` : '');
  return [
    `aresample=${String(SAMPLE_RATE)}:async=1:first_pts=0`, // first_pts: a sound track that begins late is padded, not moved
    ...(source.isMono ? ['pan=stereo|c0=c0|c1=c0'] : []), // at full level on both sides, as a player would
    LAYOUT,
    `atrim=end_sample=${String(Math.round(lengthS * SAMPLE_RATE))}`,
    `afade=d=${inS.toFixed(6)}${curved(fadeInS)}`,
    `afade=out:st=${(lengthS - outS).toFixed(6)}:d=${outS.toFixed(6)}${curved(fadeOutS)}`,
    ...(volume === 1 ? [] : [`volume=${volume.toFixed(4)}`]),
    `adelay=delays=${String(Math.round(startS * SAMPLE_RATE))}S:all=1`,
  ].join(',');
}

/** Lets music make room for voices; adds its pieces to the graph and returns what is to be mixed. */
function duckings(sounds: readonly Sound[], pieces: string[]): string[] {
  const names = sounds.map((_, place) => `s${String(place)}`);
  const voices = names.filter((_, place) => sounds[place]?.kind === 'voice');
  const ducking = names.filter((_, place) => sounds[place]?.kind === 'music' && (sounds[place]?.duckDb ?? 0) > 0);
  if (voices.length === 0 || ducking.length === 0) return names;
  const spoken = voices.length === 1 ? 'anull' : mixOf(voices.length);
  const keys = ducking.map((name) => `${name}key`);
  pieces.push(
    `${voices.map((name) => `[${name}]`).join('')}${spoken},apad,asplit=${String(keys.length + 1)}[voices]${keys.map((key) => `[${key}]`).join('')}`,
  );
  for (const name of ducking) {
    const duckDb = sounds[names.indexOf(name)]?.duckDb ?? 0;
    // All but this share of the music is pressed to nearly nothing while a voice sounds: so it falls by the decibels asked for.
    const pressed = 1 - 10 ** (-duckDb / 20);
    pieces.push(
      `[${name}][${name}key]sidechaincompress=threshold=0.004:ratio=20:attack=40:release=500:mix=${pressed.toFixed(4)}[${name}ducked]`,
    );
  }
  return [
    'voices',
    ...names.filter((name) => !voices.includes(name)).map((name) => (ducking.includes(name) ? `${name}ducked` : name)),
  ];
}

function clipSounds(timeline: Timeline, sources: (media: { readonly sha256: string }) => SoundSource): Sound[] {
  const seconds = inSeconds(timeline.fps);
  let arrivingFrames = 0;
  return placeClips(timeline.clips).flatMap(({ clip, startFrame, endFrame, transition }): Sound[] => {
    const fadeInS = seconds(arrivingFrames);
    arrivingFrames = transition ? transition.endFrame - transition.startFrame : 0;
    if (clip.media.kind !== 'video' || clip.muted || clip.volume === 0 || endFrame <= startFrame) return [];
    const source = sources(clip.media);
    if (!source.facts.hasAudio) return [];
    return [
      {
        source,
        kind: 'clip',
        sourceStartS: seconds(clip.sourceStartFrame),
        startS: seconds(startFrame),
        lengthS: seconds(endFrame - startFrame),
        volume: clip.volume,
        fadeInS,
        fadeOutS: seconds(arrivingFrames),
        curve: 'qsin',
        duckDb: 0,
      },
    ];
  });
}

function trackSounds(
  timeline: Timeline,
  lengthFrames: number,
  sources: (media: { readonly sha256: string }) => SoundSource,
): Sound[] {
  const seconds = inSeconds(timeline.fps);
  return timeline.audio.flatMap((track): Sound[] => {
    if (track.muted || track.volume === 0) return [];
    const source = sources(track.media);
    const span = trackSpan(track, timeline, lengthFrames);
    const sourceStartS = seconds(track.sourceStartFrame);
    const leftS = source.facts.durationS === null ? Infinity : source.facts.durationS - sourceStartS;
    const lengthS = Math.min(seconds(span.endFrame - span.startFrame), leftS);
    if (!source.facts.hasAudio || lengthS <= 0) return [];
    return [
      {
        source,
        kind: track.kind,
        sourceStartS,
        startS: seconds(span.startFrame),
        lengthS,
        volume: track.volume,
        fadeInS: seconds(track.fadeInFrames),
        fadeOutS: seconds(track.fadeOutFrames),
        curve: 'tri',
        duckDb: track.duckDb,
      },
    ];
  });
}

/** Voice moves with the picture through the overlaps; music is of the film as a whole. */
function trackSpan(
  track: AudioTrack,
  timeline: Timeline,
  lengthFrames: number,
): { startFrame: number; endFrame: number } {
  const startFrame =
    track.kind === 'voice' ? nominalToOutput(track.startFrame, joinsOf(timeline.clips)) : track.startFrame;
  const endFrame = track.endFrame === undefined ? lengthFrames : startFrame + track.endFrame - track.startFrame;
  return { startFrame, endFrame: Math.min(endFrame, lengthFrames) };
}

function inSeconds({ num, den }: Fps): (frames: number) => number {
  return (frames) => (frames * den) / num;
}
