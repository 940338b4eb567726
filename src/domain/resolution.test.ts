import { expect, test } from 'vitest';
import { orientationOf, providerSizes } from './resolution.ts';

test.each([
  [1080, 1920, 'portrait'],
  [1920, 1080, 'landscape'],
  [1080, 1080, 'square'],
  [1080, 1030, 'square'],
  [1080, 1140, 'portrait'],
  [1140, 1080, 'landscape'],
])('%d x %d is %s', (width, height, orientation) => {
  expect(orientationOf({ width, height })).toBe(orientation);
});

test('providers are sent the documented sizes, and nothing where the documents omit them', () => {
  expect(JSON.stringify(providerSizes)).toBe(
    '{"dalle":{"portrait":{"size":"1024x1792"},"landscape":{"size":"1792x1024"},"square":{"size":"1024x1024"}},' +
      '"runway":{"portrait":{"ratio":"768:1280"},"landscape":{"ratio":"1280:768"},"square":{}},' +
      '"geminiVideo":{"portrait":{"aspectRatio":"9:16"},"landscape":{"aspectRatio":"16:9"},"square":{"aspectRatio":"1:1"}},' +
      '"geminiImage":{"portrait":{},"landscape":{},"square":{}}}',
  );
});
