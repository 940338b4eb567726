import { defineConfig } from 'vitest/config';
// One pool of two workers: the reference machine has two cores, and FFmpeg wants one of them.

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/web/**'],
    globalSetup: ['test/run-directory.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000, // the first hook of a run makes an empty database, which takes long on a busy machine
  },
});
