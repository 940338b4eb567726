/** What decides when a vendor is asked about a receipt again. */
interface PollMoment {
  /** What the vendor wants between two questions. */
  readonly askedMs: number;
  /** Since the receipt. */
  readonly ageMs: number;
  /** How long the same model usually takes; null: not known yet. */
  readonly usualMs: number | null;
  /** 0 to 1, drawn anew each time. */
  readonly random: number;
}

const NEAR = { from: 0.85, to: 1.2 }; // of the usual time: most results come in between
const OLD_MS = 300_000;
const LONGEST_MS = 60_000;

/**
 * Milliseconds until a vendor is asked again: about as often as it wants, sooner while a task is young or about to be done,
 * later before that and when it has grown old; a fifth more or less, so that many don't ask at once.
 */
export function pollDelayMs({ askedMs, ageMs, usualMs, random }: PollMoment): number {
  return Math.round(steadyMs(askedMs, ageMs, usualMs) * (0.8 + 0.4 * random));
}

function steadyMs(askedMs: number, ageMs: number, usualMs: number | null): number {
  const quickest = askedMs / 4;
  const within = (ms: number): number => Math.min(askedMs, Math.max(quickest, ms));
  if (ageMs > Math.max(OLD_MS, 2 * (usualMs ?? 0))) return Math.min(LONGEST_MS, askedMs * (ageMs / OLD_MS));
  if (usualMs === null) return within(ageMs / 10); // what is missed is at most a tenth of what it took
  if (ageMs < usualMs * NEAR.from) return Math.max(quickest, Math.min(2 * askedMs, usualMs * NEAR.from - ageMs));
  if (ageMs < usualMs * NEAR.to) return within(usualMs / 24);
  return askedMs;
}
