import type { FoundStyle, StyleGuide } from '#contract/style-guide.ts';

/** One field of a style guide as it is, and as it would be. */
export interface StyleChange {
  readonly field: FoundStyle;
  readonly before: string | readonly string[] | undefined;
  readonly after: string | readonly string[];
  readonly isSame: boolean;
}

const order: readonly FoundStyle[] = ['tone', 'color_palette', 'tempo', 'camera_style'];

/** What of the present style guide the found one would change, field by field; what was not found is left out. */
export function styleDiff(present: StyleGuide, found: StyleGuide): readonly StyleChange[] {
  return order.flatMap((field): StyleChange[] => {
    const [before, after] = [present[field], found[field]];
    return after === undefined ? [] : [{ field, before, after, isSame: same(before, after) }];
  });
}

const same = (one: StyleChange['before'], other: StyleChange['before']): boolean =>
  String(one).toLowerCase() === String(other).toLowerCase();
