import { useEffect, useState } from 'react';
import type { Timeline } from '#contract/timeline.ts';
import { frameAt } from '#effects/frame-at.ts';
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

/** The pictures of the frame at the playhead, once they are there; null until then. */
export function useShownFrame(): ShownFrame | null {
  const timeline = useEditor((editor) => editor.timeline);
  const frame = useEditor((editor) => editor.playhead);
  const sources = useEditor((editor) => editor.sources);
  const [shown, setShown] = useState<ShownFrame | null>(null);
  useEffect(() => {
    const room = document.createElement('div');
    room.hidden = true;
    document.body.append(room);
    const source = clipPictures(room, () => {}, editorBitmaps().still);
    const { width, height, fps } = timeline;
    source.know({ sources, film: { width, height, fps }, slateWords: '' });
    const { from, to } = frameAt(planOf(timeline), timeline, frame);
    let isOver = false;
    void (async () => {
      const pictures = new Map<string, Picture>();
      for (const one of [from, to]) {
        if (!one || isOver) continue;
        const picture = await source.exact(one);
        const image = await createImageBitmap(picture.image as ImageBitmapSource);
        pictures.set(one.clip.id, { ...picture, image });
      }
      if (!isOver) setShown({ timeline, frame, pictures });
    })().catch(() => {}); // a thumbnail less
    return () => {
      isOver = true;
      source.dispose();
      room.remove();
    };
  }, [timeline, frame, sources]);
  return shown;
}
