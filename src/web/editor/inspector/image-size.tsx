import type { ImageOverlay } from '#contract/timeline.ts';
import { setImages } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ScrubField } from '../../ui/scrub-field.tsx';
import type { Command } from '../store/editor-store.ts';
import { commonValue } from './common-value.ts';
import { step } from './step.ts';

/** Width and height of pictures; where the ratio is kept, the other side follows. */
export function ImageSize({ images }: { readonly images: readonly ImageOverlay[] }) {
  const t = useStrings('inspector');
  const resized =
    (side: 'width' | 'height', pixels: number): Command =>
    (timeline) =>
      images.reduce((now, image) => {
        const scale = pixels / image[side];
        const other = side === 'width' ? ('height' as const) : ('width' as const);
        const followed = image.maintainAspectRatio ? { [other]: tidy(image[other] * scale) } : {};
        return setImages(now, { ids: [image.id], changes: { [side]: tidy(pixels), ...followed } });
      }, timeline);
  const field = (side: 'width' | 'height', label: string) => (
    <ScrubField
      label={label}
      value={commonValue(images, (image) => Math.round(image[side]))}
      onValue={(pixels, how) => step(t.changed(label), resized(side, pixels), how)}
      min={1}
      unit={t.pixels}
      placeholder={t.mixed}
    />
  );
  return (
    <>
      {field('width', t.place.width)}
      {field('height', t.place.height)}
    </>
  );
}

const tidy = (pixels: number): number => Math.max(1, Math.round(pixels * 100) / 100);
