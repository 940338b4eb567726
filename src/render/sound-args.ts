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
  readonly duckDb: number;
}

const SAMPLE_RATE = 48_000;

const CLICK_FREE_S = 0.005; // a wave cut in its swing clicks; five milliseconds of fade are not heard
const LAYOUT = 'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo';
const LIMIT = 'alimiter=limit=0.966:attack=5:release=80:level=disabled'; // -0.3 dB: mixing at full level may pass 0 dB, and only then this is heard

/** Samples of the whole film's sound. */
function filmSamples(lengthFrames: number, { num, den }: Fps): number {
  return Math.round((lengthFrames * den * SAMPLE_RATE) / num);
}

/**
 * Inputs and graph that mix the film's sound into the stream `[sound]`: clips with their crossfades, music and voice with trims,
 * volumes, fades and ducking. Nothing is made quieter because something else sounds; a limiter keeps the sum in range.
 *
 * @param gainDb lifts or lowers the whole, to reach a loudness
 */
export function soundArguments(
  timeline: Timeline,
  film: { readonly lengthFrames: number; readonly gainDb: number },
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
  const gain = film.gainDb === 0 ? '' : `,volume=${film.gainDb.toFixed(2)}dB`;
  return [...inputs, '-filter_complex', [...pieces, `${mix}${gain},${LIMIT},${whole}[sound]`].join(';')];
}

function mixOf(count: number): string {
  return `amix=inputs=${String(count)}:normalize=0:duration=longest:dropout_transition=0`;
}

function filtersOf({ source, startS, lengthS, volume, fadeInS, fadeOutS }: Sound): string {
  const inS = Math.min(lengthS, fadeInS || CLICK_FREE_S);
  const outS = Math.min(lengthS, fadeOutS || CLICK_FREE_S);
  return [
    `aresample=${String(SAMPLE_RATE)}:async=1:first_pts=0`, // first_pts: a sound track that begins late is padded, not moved
    ...(source.isMono ? ['pan=stereo|c0=c0|c1=c0'] : []), // at full level on both sides, as a player would
    LAYOUT,
    `atrim=end_sample=${String(Math.round(lengthS * SAMPLE_RATE))}`,
    `afade=t=in:st=0:d=${inS.toFixed(6)}`,
    `afade=t=out:st=${(lengthS - outS).toFixed(6)}:d=${outS.toFixed(6)}`,
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
    const source = sources(track.media);
    const span = trackSpan(track, timeline, lengthFrames);
    const sourceStartS = seconds(track.sourceStartFrame);
    const leftS = source.facts.durationS === null ? Infinity : source.facts.durationS - sourceStartS;
    const lengthS = Math.min(seconds(span.endFrame - span.startFrame), leftS);
    if (track.muted || track.volume === 0 || !source.facts.hasAudio || lengthS <= 0) return [];
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
