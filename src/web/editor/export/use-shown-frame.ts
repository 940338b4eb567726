import { useEffect, useRef, useState } from 'react';
import type { EditSource } from '#contract/edit.ts';
import type { Timeline } from '#contract/timeline.ts';
import { frameAt, type Shown } from '#effects/frame-at.ts';
import { clipPictures } from '../preview/clip-pictures.ts';
import type { Picture } from '../preview/render-frame.ts';
import { useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import { editorBitmaps } from '../titles/editor-bitmaps.ts';

/** The frame at the playhead, to be drawn in other shapes. */
export interface ShownFrame {
  readonly timeline: Timeline;
  readonly frame: number;
  /** What its clips show, by their ids. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** The pictures of the frame at the playhead, once they are there; null until then, and the last ones until the next are. */
export function useShownFrame(): ShownFrame | null {
  const timeline = useEditor((editor) => editor.timeline);
  const frame = useEditor((editor) => editor.playhead);
  const sources = useEditor((editor) => editor.sources);
  const [shown, setShown] = useState<ShownFrame | null>(null);
  const reader = useRef<FrameReader | null>(null);
  useEffect(() => {
    const opened = openFrameReader(setShown);
    reader.current = opened;
    return opened.close;
  }, []);
  useEffect(() => reader.current?.read({ timeline, frame, sources }), [timeline, frame, sources]);
  return shown;
}

interface AskedFrame extends Omit<ShownFrame, 'pictures'> {
  readonly sources: Readonly<Record<string, EditSource>>;
}

interface FrameReader {
  readonly read: (asked: AskedFrame) => void;
  readonly close: () => void;
}

/** Reads one frame at a time: of those that are asked for meanwhile, the last. */
function openFrameReader(onRead: (shown: ShownFrame) => void): FrameReader {
  const room = document.createElement('div');
  room.hidden = true;
  document.body.append(room);
  const clips = clipPictures(room, () => {}, editorBitmaps().still);
  const stills = new Map<string, Promise<ImageBitmap>>();
  let wanted: AskedFrame | null = null;
  let isReading = false;
  let isOver = false;

  /** Of a picture all of it: what stands for it in the preview is cut to the shape of the edit. */
  const pictureOf = async (one: Shown, sources: AskedFrame['sources']): Promise<Picture> => {
    const source = sources[one.clip.media.sha256];
    if (source?.kind === 'image' && !source.isMissing) {
      const asked = stills.get(source.url) ?? fetchImage(source.url);
      stills.set(source.url, asked);
      const image = await asked.catch(() => null);
      if (image) return { image, width: image.width, height: image.height, kind: 'image' };
      stills.delete(source.url);
    }
    const picture = await clips.exact(one);
    return { ...picture, image: await createImageBitmap(picture.image as ImageBitmapSource) };
  };
  const read = async ({ timeline, frame, sources }: AskedFrame): Promise<void> => {
    const { width, height, fps } = timeline;
    clips.know({ sources, film: { width, height, fps }, slateWords: '' });
    const { from, to } = frameAt(planOf(timeline), timeline, frame);
    const pictures = new Map<string, Picture>();
    for (const one of [from, to]) if (one && !isOver) pictures.set(one.clip.id, await pictureOf(one, sources));
    if (!isOver) onRead({ timeline, frame, pictures });
  };
  const readOn = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    while (wanted && !isOver) {
      const asked = wanted;
      wanted = null;
      await read(asked).catch(() => {}); // the one before stays
    }
    isReading = false;
  };
  return {
    read: (asked) => {
      wanted = asked;
      void readOn();
    },
    close: () => {
      isOver = true;
      clips.dispose();
      room.remove();
    },
  };
}

async function fetchImage(url: string): Promise<ImageBitmap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} was not to be had: ${response.status}`);
  return createImageBitmap(await response.blob());
}
