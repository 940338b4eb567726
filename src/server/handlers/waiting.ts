const WAIT_MS = 15 * 60_000; // DESIGN.md section 8, point 11: then 504, and the job goes on

/** How long the door waits for a job. */
export const waiting = () => ({ signal: AbortSignal.timeout(WAIT_MS + 60_000), timeoutMs: WAIT_MS });
