import type { ModelDescriptor } from './provider.ts';

/** What a model is sent for a frame, and what is to be told of it. */
export interface MappedSize {
  readonly fields: Readonly<Record<string, string | number>>;
  readonly notes: readonly string[];
}

const SQUARE_WITHIN = 0.05; // sides this close look square, and no vendor has a ratio between

/** The parameters that say the size of a picture or clip, as the model's own table has them. */
export function mapSize(
  model: Pick<ModelDescriptor, 'name' | 'sizes' | 'sizeStep'> | undefined,
  frame: { readonly width: number; readonly height: number },
): MappedSize {
  const { width, height } = frame;
  if (model?.sizeStep !== undefined) {
    const step = model.sizeStep;
    const whole = (side: number): number => Math.max(step, Math.round(side / step) * step);
    return { fields: { width: whole(width), height: whole(height) }, notes: [] };
  }
  const isSquare = Math.abs(width / height - 1) <= SQUARE_WITHIN;
  const shape = isSquare ? 'square' : width > height ? 'landscape' : 'portrait';
  const size = model?.sizes?.[shape];
  if (!size) return { fields: {}, notes: [] };
  const note = `${model?.name ?? 'This model'} has no ${shape} size: the nearest was made, and the film shows the middle of it.`;
  return { fields: size.fields, notes: size.isNearest ? [note] : [] };
}
