import { probe } from '#media/probe.ts';
import { soundOf } from './sound-of.ts';

const QUIET_LUFS = -30; // speech in a room is near it, a mixed track is 10 to 15 louder
const LOUD_LUFS = -12; // louder than what platforms turn down to

/** Says of a sound what can be measured: length, loudness, and its beat where one stands out. */
export async function describeSound(
  sound: { readonly path: string; readonly name?: string },
  context: { ffmpeg: string; signal: AbortSignal },
): Promise<string> {
  const named = sound.name === undefined ? {} : { name: sound.name };
  const { durationS, codec } = await probe(sound.path, { ffmpeg: context.ffmpeg, ...named });
  const { loudnessLufs, beatsPerMinute } = await soundOf(sound.path, context);
  return [
    `Sound${durationS === null ? '' : ` of ${String(Math.round(durationS * 10) / 10)} s`}${codec === null ? '' : ` (${codec})`}.`,
    loudnessLufs === null
      ? 'It is silent.'
      : `It is ${loudnessWord(loudnessLufs)}, ${String(Math.round(loudnessLufs * 10) / 10)} LUFS.`,
    ...(beatsPerMinute === null ? [] : [`A beat stands out, about ${String(beatsPerMinute)} a minute.`]),
  ].join(' ');
}

function loudnessWord(lufs: number): string {
  return lufs < QUIET_LUFS ? 'quiet' : lufs > LOUD_LUFS ? 'loud' : 'of middling loudness';
}
