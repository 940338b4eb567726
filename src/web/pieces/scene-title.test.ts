import { expect, test } from 'vitest';
import { sceneTitle } from './scene-title.ts';

const titled = (image_prompt: string, text_overlay?: string) =>
  sceneTitle({ image_prompt, ...(text_overlay === undefined ? {} : { text_overlay }) });

test('a scene is called by the first phrase of what is seen in it', () => {
  expect(titled('Dawn over the ridge, soft light, 35 mm')).toBe('Dawn over the ridge');
  expect(titled('  Bottle on\nwarm stone. Empty upper third.')).toBe('Bottle on warm stone');
});

test('a long phrase is cut between words, and too short a one goes on', () => {
  expect(titled('A matte green glass bottle that stands on a rooftop parapet at blue hour')).toBe(
    'A matte green glass bottle that stands on…',
  );
  expect(titled('Photo: a leaf with dew on it')).toBe('A leaf with dew on it');
  expect(titled('A cat')).toBe('A cat');
});

test('a scene is called by its subject, not by how it is framed', () => {
  expect(titled('Medium shot, eye level: EcoBottle on stone, soft light')).toBe('EcoBottle on stone');
  expect(titled('Wide shot of the ridge. Fog.')).toBe('Wide shot of the ridge');
});

test('how it is framed is no name', () => {
  expect(titled('Medium close shot, people at a refill point')).toBe('People at a refill point');
  expect(titled('Wide shot')).toBe('Wide shot');
});

test('without a picture prompt its words in the picture name it', () => {
  expect(titled('', 'Refill anywhere')).toBe('Refill anywhere');
  expect(titled('')).toBe('');
});
