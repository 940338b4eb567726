import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditSource } from '#contract/edit.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { MediaRef } from '#contract/timeline.ts';
import { framesLasting } from '#domain/timeline/shown-moment.ts';
import { probe } from '#media/probe.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { encodeProxy } from '#render/derived/proxy.ts';

/** A file that a film of a parity test is made of. */
export interface TestMedium {
  readonly media: MediaRef;
  readonly path: string;
  readonly facts: MediaFacts;
  readonly source: EditSource;
}

/** How a test clip is made. */
interface Recipe {
  readonly name: string;
  /** An input of `lavfi`. */
  readonly picture: string;
  /** Left out: a still picture. */
  readonly frames?: number;
  /** The preview gets the light copy of it that users get. */
  readonly hasProxy?: true;
}

const BT709 = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'];
const TAGS = 'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv';

/** Makes a clip or a picture; `directory` is served to the page as its root. */
export async function makeMedium(ffmpeg: string, directory: string, recipe: Recipe): Promise<TestMedium> {
  const { name, picture, frames } = recipe;
  const path = join(directory, `${name}.${frames === undefined ? 'png' : 'mp4'}`);
  const scaled = `scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,${TAGS}`;
  const encoding =
    frames === undefined
      ? ['-frames:v', '1']
      : [
          ['-vf', scaled, '-frames:v', String(frames), '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '12'],
          ['-g', '12', '-flags', '+cgop', ...BT709, '-movflags', '+faststart'],
        ].flat();
  await runFfmpeg({ ffmpeg, doing: `making ${name}`, args: ['-f', 'lavfi', '-i', picture, ...encoding, path] });
  const facts = await probe(path, { ffmpeg });
  const proxyPath = join(directory, `${name}-proxy.mp4`);
  if (recipe.hasProxy) {
    const { signal } = new AbortController();
    await encodeProxy({ ffmpeg, path, facts, name, outputPath: proxyPath, signal });
  }
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const kind = frames === undefined ? 'image' : 'video';
  const source: EditSource = {
    sha256,
    kind,
    name,
    url: urlOf(path),
    proxyUrl: recipe.hasProxy ? urlOf(proxyPath) : null,
    posterUrl: null,
    filmstripUrl: null,
    peaksUrl: null,
    width: facts.width,
    height: facts.height,
    fps: facts.fps,
    durationS: facts.durationS,
    hasAudio: false,
    isMissing: false,
    frames: facts.durationS === null ? null : framesLasting(facts.durationS, { num: 30, den: 1 }),
  };
  return { media: { sha256, kind }, path, facts, source };
}

const urlOf = (path: string): string => `/media/${path.split('/').at(-1) ?? ''}`;
