import { useCallback } from 'react';
import type { EditSource } from '#contract/edit.ts';
import { stillsOf, useLoadedPictures } from './clip-stills.ts';
import { drawClips } from './draw-clip.ts';
import { PartCanvas } from './part-canvas.tsx';

interface FilmstripProps {
  readonly source: Pick<EditSource, 'filmstripUrl' | 'posterUrl' | 'frames'>;
  readonly sourceStartFrame: number;
  readonly scale: number;
  readonly widthPx: number;
  readonly fromPx: number;
  readonly toPx: number;
  readonly heightPx: number;
}

/** What is seen in a clip that is carried, still by still: it lies over the others. */
export function Filmstrip(props: FilmstripProps) {
  const { source, sourceStartFrame, scale, widthPx, fromPx, toPx, heightPx } = props;
  const stills = stillsOf(source, useLoadedPictures());
  const [image, count, sourceFrames] = [stills?.image, stills?.count ?? 1, source.frames ?? 1];
  const draw = useCallback(
    (context: CanvasRenderingContext2D, sharp: number) => {
      if (!image) return;
      const clip = { stills: { image, count }, leftPx: 0, widthPx, heightPx, fromPx, toPx };
      drawClips(context, [{ ...clip, scale, sharp, sourceStartFrame, sourceFrames }]);
    },
    [image, count, sourceFrames, widthPx, heightPx, fromPx, toPx, scale, sourceStartFrame],
  );
  return image && <PartCanvas fromPx={fromPx} toPx={toPx} heightPx={heightPx} draw={draw} />;
}
