import { defineConfig } from '@playwright/test';
import { chromiumPath } from './test/web/chromium.ts';

const CI = process.env['CI'] === 'true';

export default defineConfig({
  testDir: 'test/web',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/web-tests',
  globalSetup: './test/web/build-app.ts',
  workers: 1, // the machine has two cores: one for the browser, one for the server
  fullyParallel: false,
  forbidOnly: CI,
  retries: 0, // a test that passes at the second try is a defect
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
