import fc from 'fast-check';

const BUILD_SEED = 20_261_122;

/**
 * What the random tests of this run begin from, an integer: TEST_SEED where it is said, another each time at a desk,
 * and in a build always the same, which judges a change and not its luck. Those that fail print it.
 */
export const seed = Number(
  process.env['TEST_SEED'] ?? (process.env['CI'] === 'true' ? BUILD_SEED : Math.floor(Math.random() * 1e9)),
);

fc.configureGlobal({ seed }); // as a setup file of vitest.config.ts: every property of every suite
