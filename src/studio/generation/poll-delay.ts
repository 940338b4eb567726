/** What decides when a vendor is asked about a receipt again. */
interface PollMoment {
  /** What the vendor wants between two questions: it is never asked sooner. */
  readonly askedMs: number;
  /** Since the receipt. */
  readonly ageMs: number;
  /** How long the same model usually takes until we have found its result; null: not known yet. */
  readonly usualMs: number | null;
  /** How much of it the vendor says is done, 0 to 1; left out: it does not say. */
  readonly progress?: number | undefined;
  /** 0 to 1, drawn anew each time. */
  readonly random: number;
}

const OLD_MS = 300_000;
const LONGEST_MS = 60_000;
/** Questions while a job is surely at work are this much rarer; a refusal, which comes early, is still found soon. */
const CALM = 2;
const JITTER = 0.1;

/**
 * Milliseconds until a vendor is asked again, never less than it wants: at the moment at which a job is likely done, on the
 * way there as evenly and seldom as that goes, and after it as often as the vendor lets us.
 */
export function pollDelayMs({ askedMs, ageMs, usualMs, progress, random }: PollMoment): number {
  const leastMs = askedMs * (1 + JITTER * random); // so that many don't ask at once
  const leftMs = expectedLeftMs(ageMs, usualMs, progress);
  if (leftMs !== null && leftMs > askedMs) {
    const evenMs = leftMs / Math.ceil(leftMs / (CALM * askedMs));
    // A little early: what is usual was counted until we found it, and aimed at exactly it would grow by itself.
    return Math.ceil(Math.max(leastMs, evenMs * (1 - JITTER * random)));
  }
  const isOld = ageMs > Math.max(OLD_MS, 2 * (usualMs ?? 0));
  if (!isOld || leftMs !== null) return Math.ceil(leastMs);
  return Math.ceil(Math.max(leastMs, Math.min(LONGEST_MS, (leastMs * ageMs) / OLD_MS)));
}

/** null: nobody knows, or it should have been done before. */
function expectedLeftMs(ageMs: number, usualMs: number | null, progress: number | undefined): number | null {
  if (progress === undefined) return usualMs === null || usualMs <= ageMs ? null : usualMs - ageMs;
  const undone = 1 - progress;
  const byUsualMs = usualMs === null ? Infinity : usualMs * undone;
  const byAgeMs = progress > 0 ? (ageMs * undone) / progress : Infinity; // it began when it was sent, or later
  const leftMs = Math.min(byUsualMs, byAgeMs);
  return Number.isFinite(leftMs) ? leftMs : null;
}
