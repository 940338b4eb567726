import { expect, test } from 'vitest';
import { inputsOfImage, inputsOfVideo } from './generation-inputs.ts';

const image = { prompt: 'a bottle', negativePrompt: '', width: 1080, height: 1920, referenceSha256s: ['a', 'b'] };

test('the same inputs in another order of keys are the same text', () => {
  const { prompt, ...rest } = image;
  expect(inputsOfImage({ ...rest, prompt })).toBe(inputsOfImage(image));
  expect(inputsOfImage(image)).toBe(
    '{"height":1920,"kind":"image","negativePrompt":"","prompt":"a bottle","referenceSha256s":["a","b"],"v":1,"width":1080}',
  );
});

test('every input that is changed changes the text', () => {
  const video = { prompt: 'push in', negativePrompt: '', width: 1080, height: 1920, imageSha256: 'c', durationS: 4 };
  const variants = [
    image,
    { ...image, prompt: 'a cup' },
    { ...image, negativePrompt: 'text' },
    { ...image, width: 1081 },
    { ...image, height: 1921 },
    { ...image, referenceSha256s: ['b', 'a'] },
  ].map(inputsOfImage);
  const videos = [
    video,
    { ...video, prompt: 'pull' },
    { ...video, imageSha256: 'd' },
    { ...video, durationS: 5 },
    { ...video, lastImageSha256: 'e' },
  ].map(inputsOfVideo);
  expect(new Set([...variants, ...videos]).size).toBe(variants.length + videos.length);
});

test('spaces around a prompt change nothing', () => {
  expect(inputsOfImage({ ...image, prompt: ' a bottle\n' })).toBe(inputsOfImage(image));
});
