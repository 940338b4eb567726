const PAPER = '#fbfaf7';
const NIGHT = '#15171c';

/** Near white or near black, whichever reads better on a colour (WCAG contrast). */
export function contrasting(hex: string): string {
  const own = luminance(hex);
  return (luminance(PAPER) + 0.05) / (own + 0.05) >= (own + 0.05) / (luminance(NIGHT) + 0.05) ? PAPER : NIGHT;
}

/** WCAG relative luminance, 0 to 1. */
function luminance(hex: string): number {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const channel = (at: number): number => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}
