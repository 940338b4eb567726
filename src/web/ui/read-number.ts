/** The number somebody typed, with a point or a comma before its fraction; null where it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed.trim().replace('\u2212', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
