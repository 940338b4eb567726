import type { Fps } from '#contract/fps.ts';
import { readMovie, type MovieTrack } from './movie-boxes.ts';

/** What a film has to be: a name for it, whether it is, and what was found. */
export type Finding = readonly [what: string, ok: boolean, found: string];

const AAC_FRAME = 1024;

/** Whether a file is what an export promises, from what the file says of itself. */
export async function filmFindings(
  path: string,
  wanted: { readonly width: number; readonly height: number; readonly fps: Fps; readonly frames: number },
): Promise<readonly Finding[]> {
  const { order, tracks } = await readMovie(path);
  const picture = tracks.find(({ kind }) => kind === 'vide');
  const sound = tracks.find(({ kind }) => kind === 'soun');
  const { width, height, fps, frames } = wanted;
  const frameS = fps.den / fps.num;
  const lengthS = frames * frameS;
  const edits = [picture, sound].map((track) => track?.edits ?? []);
  const [pictureS = 0, soundS = 0] = edits.map(([edit]) => edit?.durationS ?? 0);
  return [
    ['one picture and one sound', tracks.length === 2 && picture !== undefined && sound !== undefined, ''],
    ['faststart', order.indexOf('moov') < order.indexOf('mdat'), order.join(' ')],
    [
      'H.264 High',
      picture?.codec === 'avc1' && picture.h264Profile === 100,
      `${picture?.codec} ${picture?.h264Profile}`,
    ],
    [
      'bt709, limited range',
      picture?.colour?.tags.join() === '1,1,1' && !picture.colour.isFull,
      JSON.stringify(picture?.colour ?? null),
    ],
    [
      `${width}x${height}`,
      picture?.width === width && picture.height === height,
      `${picture?.width}x${picture?.height}`,
    ],
    [`${frames} frames`, picture?.samples === frames, `${picture?.samples}`],
    ['frames of equal length', picture?.sampleTicks.length === 1, `${picture?.sampleTicks.join()} ticks`],
    [
      `${fps.num}/${fps.den} fps`,
      (picture?.sampleTicks[0] ?? 0) * fps.num === (picture?.timescale ?? 0) * fps.den,
      `${picture?.sampleTicks[0]} of ${picture?.timescale}`,
    ],
    ['AAC 48 kHz', sound?.codec === 'mp4a' && sound.sampleRate === 48_000, `${sound?.codec} ${sound?.sampleRate}`],
    ['begins at 0', beginsAtZero(picture, 0) && beginsAtZero(sound, AAC_FRAME), JSON.stringify(edits)],
    ['one edit each', edits.every((list) => list.length === 1), JSON.stringify(edits)],
    ['picture as long as the film', Math.abs(pictureS - lengthS) < 0.002, `${pictureS} of ${lengthS} s`],
    ['sound as long as the picture', Math.abs(soundS - pictureS) <= frameS, `${soundS} and ${pictureS} s`],
  ];
}

/** Whether what is presented first is the first sample; an encoder of sound begins with a frame of its own. */
function beginsAtZero(track: MovieTrack | undefined, primingTicks: number): boolean {
  const from = track?.edits?.[0]?.fromTick ?? 0;
  return track !== undefined && from === (track.kind === 'vide' ? track.firstOffsetTicks : primingTicks);
}
