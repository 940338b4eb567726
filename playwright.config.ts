import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './test/web/chromium.ts';

const CI = process.env['CI'] === 'true';

export default defineConfig({
  testDir: 'test/web',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/web-tests',
  globalSetup: './test/web/build-app.ts',
  workers: 2, // a test waits as long as it works: for a vendor, an export, a delay; two keep two cores busy
  fullyParallel: false,
  forbidOnly: CI,
  // A build must not fall over a busy machine; what needed a second try is told as flaky, and is a defect to be mended.
  retries: CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: chromiumPath(),
      args: [...chromiumArguments],
    },
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
