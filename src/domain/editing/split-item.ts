import type { AudioTrack, OverlayAnimation, Timeline, TimelineClip } from '#contract/timeline.ts';
import { type FrameSpan, joinsOf, nominalToOutput } from '../timeline/nominal-to-output.ts';
import { filmSpanOf } from './film-spans.ts';
import { findItem, type Item } from './items.ts';
import { settleClips } from './settle-clips.ts';

/** Where a thing is cut in two: at a frame of the film, which becomes the first of the later half; that gets a new id. */
export interface Split {
  readonly id: string;
  readonly frame: number;
  readonly newId: string;
}

/** Cuts a clip, text, picture or sound in two; nothing changes where the frame is not inside it. */
export function splitItem(timeline: Timeline, { id, frame, newId }: Split): Timeline {
  const settled = settleClips(timeline);
  const found = findItem(settled, id);
  if (found === null) return timeline;
  const at = nominalCut(settled, found, frame);
  if (at === null) return timeline;
  switch (found.kind) {
    case 'clip':
      return { ...settled, clips: halved(settled.clips, id, clipHalves(found.item, at, newId)) };
    case 'text':
      return { ...settled, texts: halved(settled.texts, id, overlayHalves(found.item, at, newId)) };
    case 'image':
      return { ...settled, images: halved(settled.images, id, overlayHalves(found.item, at, newId)) };
    case 'audio':
      return { ...settled, audio: halved(settled.audio, id, soundHalves(found.item, at, newId)) };
    default:
      return found satisfies never;
  }
}

/** The nominal frame inside a thing that is seen or heard at a frame of the film; null where that is not inside it. */
function nominalCut(timeline: Timeline, found: Item, frame: number): number | null {
  const seen = filmSpanOf(timeline, found);
  if (frame <= seen.startFrame || frame >= seen.endFrame) return null;
  const { startFrame } = found.item;
  if (found.kind === 'clip' || found.kind === 'audio') return startFrame + frame - seen.startFrame;
  const joins = joinsOf(timeline.clips);
  for (let at = startFrame + 1; at < found.item.endFrame; at++) if (nominalToOutput(at, joins) === frame) return at;
  return null;
}

function halved<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  id: string,
  halves: readonly Thing[],
): Thing[] {
  return things.flatMap((thing) => (thing.id === id ? halves : [thing]));
}

function clipHalves(clip: TimelineClip, at: number, newId: string): TimelineClip[] {
  const sourceStartFrame = clip.media.kind === 'image' ? 0 : clip.sourceStartFrame + at - clip.startFrame;
  return [
    { ...clip, endFrame: at, transition: null },
    { ...clip, id: newId, startFrame: at, sourceStartFrame },
  ];
}

/** The earlier half comes as before and the later one goes as before; where they meet, neither moves. */
function overlayHalves<
  Overlay extends FrameSpan & { readonly id: string; readonly animation?: OverlayAnimation | undefined },
>(overlay: Overlay, at: number, newId: string): Overlay[] {
  const { animation } = overlay;
  return [
    { ...overlay, endFrame: at, ...(animation ? { animation: { ...animation, out: 'none' } } : {}) },
    { ...overlay, id: newId, startFrame: at, ...(animation ? { animation: { ...animation, in: 'none' } } : {}) },
  ];
}

function soundHalves(track: AudioTrack, at: number, newId: string): AudioTrack[] {
  return [
    { ...track, endFrame: at, fadeOutFrames: 0 },
    {
      ...track,
      id: newId,
      startFrame: at,
      sourceStartFrame: track.sourceStartFrame + at - track.startFrame,
      fadeInFrames: 0,
    },
  ];
}
