/** A colour as lightness 0-1, chroma 0-0.4, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export type ColourRole = 'key' | 'accent' | 'second' | 'neutral';

/** The colours of a film: four roles, and tones of them at any lightness by the rules of the keyless look. */
export interface Palette {
  readonly scheme: 'light' | 'dark';
  readonly key: Oklch;
  readonly accent: Oklch;
  readonly second: Oklch;
  readonly neutral: Oklch;
  /** The hexes it was made from; stored in recipes. */
  readonly source: readonly string[];
  /** A CSS colour of a role (or of a free hue) at lightness `l`, chroma scaled by `chroma` (1 default), with optional alpha. */
  tone(role: ColourRole | Oklch, l: number, chroma?: number, alpha?: number): string;
  /** The role nearest to a hue if within `within` degrees, else that hue itself, at the key's chroma. */
  nature(hue: number, within?: number): Oklch;
}
