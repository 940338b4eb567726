import type { Icon } from './glyph.tsx';

/** One of several things of which exactly one is chosen. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: Icon | undefined;
  /** How many there are of it, shown after the label. */
  readonly count?: number | string | undefined;
  readonly disabled?: boolean | undefined;
}
