/** An amount as people read it: `$0.05`, `$12.30`; below a cent to the first digit that says something. */
export function inDollars(microUsd: number): string {
  const dollars = microUsd / 1e6;
  if (microUsd === 0 || Math.abs(dollars) >= 0.01) return `$${dollars.toFixed(2)}`;
  return `$${dollars.toFixed(6).replace(/0+$/, '')}`;
}
