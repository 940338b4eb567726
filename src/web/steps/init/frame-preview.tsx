import { useState } from 'react';
import { safeEdgesOf } from '#domain/timeline/type-area.ts';
import type { Resolution } from '#contract/work.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { shapeOf } from './formats.ts';

interface FramePreviewProps {
  readonly size: Resolution;
  /** The picture in it; null: the colours of the film. */
  readonly picture: string | null;
  readonly palette: readonly string[];
}

const HIGHEST_PX = 392;

/** A frame of the film's shape: where words stay, and what apps lay their buttons over. */
export function FramePreview({ size, picture, palette }: FramePreviewProps) {
  const { plan: t } = useStrings('init');
  const [broken, setBroken] = useState<string | null>(null);
  const edges = safeEdgesOf(size);
  const percent = (share: number): string => `${share * 100}%`;
  const coversButtons = size.height > size.width && 1 - edges.bottom > 0.15;
  return (
    <figure
      aria-label={t.frame(shapeOf(size))}
      className="relative mx-auto w-full overflow-hidden rounded-4 bg-film"
      style={{
        aspectRatio: `${size.width} / ${size.height}`,
        maxWidth: `${(HIGHEST_PX * size.width) / size.height}px`,
      }}
    >
      {picture !== null && picture !== broken ? (
        <img
          src={picture}
          alt=""
          decoding="async"
          onError={() => setBroken(picture)}
          className="size-full object-cover"
        />
      ) : (
        <Card palette={palette} />
      )}
      <div
        className="absolute border border-dashed border-white/80 mix-blend-difference"
        style={{
          insetInlineStart: percent(edges.left),
          insetInlineEnd: percent(1 - edges.right),
          top: percent(edges.top),
          bottom: percent(1 - edges.bottom),
        }}
      />
      <span
        className={words}
        style={{ insetInlineStart: `calc(${percent(edges.left)} + 6px)`, top: `calc(${percent(edges.top)} + 6px)` }}
      >
        {t.textInside}
      </span>
      {coversButtons && (
        <span className={words} style={{ insetInlineStart: percent(edges.left / 2), bottom: 10 }}>
          {t.buttonsCover}
        </span>
      )}
    </figure>
  );
}

const words = 'absolute rounded-4 bg-black/70 px-1.5 py-0.5 text-11 text-white';

/** The colours of the film, each in a field of its own: there is no picture yet, and none is pretended. */
function Card({ palette }: { readonly palette: readonly string[] }) {
  const [ground = '#2b2d31', ...others] = palette;
  return (
    <div className="flex size-full flex-col" style={{ backgroundColor: ground }}>
      <div className="grow-3" />
      {others.slice(0, 4).map((colour, place) => (
        <div key={colour} style={{ backgroundColor: colour, flexGrow: 1 / (place + 1) }} />
      ))}
    </div>
  );
}
