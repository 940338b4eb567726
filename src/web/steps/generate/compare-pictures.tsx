import { useRef, useState } from 'react';
import { takeProxyUrl, takeUrl, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Slider } from '../../ui/slider.tsx';
import { formatShare } from '../../app/format.ts';
import type { NumberedTake } from './takes-numbered.ts';

interface ComparePicturesProps extends ScenePlace {
  readonly a: NumberedTake;
  readonly b: NumberedTake;
  readonly view: 'slider' | 'beside';
}

const HALF = 50;

/** Two takes laid over each other with an edge that can be moved, or side by side; clips play together. */
export function ComparePictures({ a, b, view, ...place }: ComparePicturesProps) {
  const t = useStrings('scenePanel');
  const [edge, setEdge] = useState(HALF);
  const box = useRef<HTMLDivElement>(null);
  const ratio = `${a.facts.width ?? 9} / ${a.facts.height ?? 16}`;
  const moveTo = (clientX: number) => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    const share = ((clientX - left) / width) * 100;
    const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
    setEdge(Math.min(100, Math.max(0, Math.round(isRtl ? 100 - share : share))));
  };
  if (view === 'beside') {
    return (
      <div className="grid grid-cols-2 gap-3">
        {[a, b].map((take) => (
          <figure key={take.id} className="flex min-w-0 flex-col gap-1.5">
            <div
              className="relative mx-auto max-h-[52dvh] w-full overflow-hidden rounded-6 bg-film"
              style={{ aspectRatio: ratio }}
            >
              <Still place={place} take={take} />
            </div>
            <figcaption className="text-center text-12 text-ink2">{t.takeShort(take.number)}</figcaption>
          </figure>
        ))}
      </div>
    );
  }
  return (
    <div className="flex flex-col items-center gap-3">
      <div
        ref={box}
        className="relative max-h-[52dvh] max-w-full cursor-ew-resize touch-none overflow-hidden rounded-6 bg-film select-none"
        style={{ aspectRatio: ratio, height: '52dvh' }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          moveTo(event.clientX);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && moveTo(event.clientX)}
      >
        <Still place={place} take={b} />
        <div
          className="absolute inset-0 ltr:[clip-path:inset(0_calc(100%-var(--edge))_0_0)] rtl:[clip-path:inset(0_0_0_calc(100%-var(--edge)))]"
          style={{ '--edge': `${edge}%` } as object}
        >
          <Still place={place} take={a} />
        </div>
        <div
          className="absolute inset-y-0 w-0.5 bg-white shadow-float"
          style={{ insetInlineStart: `calc(${edge}% - 1px)` }}
        />
        <Tag className="start-2">{t.takeShort(a.number)}</Tag>
        <Tag className="end-2">{t.takeShort(b.number)}</Tag>
      </div>
      <Slider
        label={t.compareEdge}
        value={edge}
        onValueChange={setEdge}
        min={0}
        max={100}
        valueText={t.compareEdgeAt(formatShare(edge / 100), a.number)}
        className="w-full max-w-100"
      />
    </div>
  );
}

function Tag({ className, children }: { readonly className: string; readonly children: string }) {
  return (
    <span className={`absolute top-2 rounded-4 bg-black/70 px-1.5 py-0.5 text-11 font-medium text-white ${className}`}>
      {children}
    </span>
  );
}

function Still({ place, take }: { readonly place: ScenePlace; readonly take: NumberedTake }) {
  const t = useStrings('scenePanel');
  const looks = 'pointer-events-none absolute inset-0 size-full object-contain';
  if (take.kind === 'image')
    return <img src={takeUrl(take)} alt={t.takePicture(take.number)} draggable={false} className={looks} />;
  return (
    <video
      src={takeProxyUrl(place, take)}
      aria-label={t.takeName(take.number)}
      autoPlay={!matchMedia('(prefers-reduced-motion: reduce)').matches}
      loop
      muted
      playsInline
      className={looks}
    />
  );
}
