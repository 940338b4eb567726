import { EncodedPacketSink, Input, MP4, UrlSource, VideoSampleSink } from 'mediabunny';
import type { SourceFile, StillSource, VideoPicture } from './frame-source.ts';
import { whyNot } from './why-not.ts';

const KEPT_FRAMES = 48; // three groups of pictures of a proxy, 37 MB: both of a transition and one beside it
const READ_ON_S = 0.7; // further on than this it is quicker to begin at a keyframe
const SAME_MOMENT_S = 0.0005;

interface Kept extends VideoPicture {
  readonly image: VideoFrame;
  readonly momentS: number;
  readonly endS: number;
}

/**
 * A video decoded frame by frame, for stills: quicker to step and exact by construction.
 *
 * Everything from the keyframe on is decoded to get at a frame, so it is kept: steps either way then cost nothing.
 *
 * @throws Error where the browser can not decode it, or it can not be had
 */
export async function decodedSource({ url }: SourceFile): Promise<StillSource> {
  const ending = new AbortController();
  const { input, track } = await openTrack(url, ending.signal);
  // What is kept would keep a hardware decoder from going on, and at this size the processor is as quick.
  const frames = new VideoSampleSink(track, { hardwareAcceleration: 'prefer-software' });
  const packets = new EncodedPacketSink(track);
  const kept: Kept[] = []; // the one asked for last is last
  let reader: ReturnType<VideoSampleSink['samples']> | null = null;
  let readToS = -Infinity;
  let turn: Promise<unknown> = Promise.resolve();

  const find = (momentS: number): Kept | null => {
    const place = kept.findIndex((one) => one.momentS <= momentS + SAME_MOMENT_S && momentS < one.endS - SAME_MOMENT_S);
    const [found] = place < 0 ? [] : kept.splice(place, 1);
    if (found) kept.push(found);
    return found ?? null;
  };
  const next = async (): Promise<Kept | null> => {
    const { value: sample, done } = (await reader?.next()) ?? { done: true };
    if (done || !sample) return null;
    const one = { image: sample.toVideoFrame(), momentS: sample.timestamp, endS: sample.timestamp + sample.duration };
    sample.close();
    readToS = one.endS;
    kept.push(one);
    while (kept.length > KEPT_FRAMES) kept.shift()?.image.close();
    return one;
  };
  const seek = async (momentS: number): Promise<VideoPicture> => {
    const known = find(momentS);
    if (known) return known;
    if (momentS < readToS - SAME_MOMENT_S || momentS > readToS + READ_ON_S || !reader) {
      await reader?.return();
      const key = await packets.getKeyPacket(momentS, { metadataOnly: true });
      reader = frames.samples(key?.timestamp);
    }
    let last: Kept | null = null;
    for (let one = await next(); one; one = await next()) {
      if (ending.signal.aborted) break;
      last = one;
      if (momentS < one.endS - SAME_MOMENT_S) return one;
    }
    reader = null; // it has come to the end
    const found = last ?? kept.findLast((one) => one.momentS <= momentS);
    if (!found || ending.signal.aborted) throw new Error(`${url} has no frame at ${String(momentS)} s`);
    return { ...found };
  };
  return {
    frameAt: (momentS) => {
      const answer = turn.then(() => seek(momentS));
      turn = answer.catch(() => {});
      return answer;
    },
    dispose: () => {
      ending.abort();
      void turn.then(async () => {
        await reader?.return();
        for (const { image } of kept.splice(0)) image.close();
        input.dispose();
      });
    },
  };
}

async function openTrack(url: string, signal: AbortSignal) {
  for (;;) {
    const source = new UrlSource(url, { getRetryDelay: () => null, handleUnhandledError: () => {} });
    const input = new Input({ source, formats: [MP4] });
    try {
      const track = await input.getPrimaryVideoTrack();
      if (!track || !(await track.canDecode())) throw new Error('undecodable');
      return { input, track };
    } catch (error) {
      input.dispose();
      const isUndecodable = error instanceof Error && error.message === 'undecodable';
      if (isUndecodable || (await whyNot(url, signal)) === 'never') throw error;
    }
  }
}
