import { expect, test } from 'vitest';
import {
  composeImagePrompt,
  composeVideoPrompt,
  defaultImageInstruction,
  defaultVideoInstruction,
} from './compose-prompt.ts';
import { effectiveStyleGuide } from './effective-style-guide.ts';

const styleGuide = {
  tone: 'warm, honest.',
  color_palette: ['#0b6e4f', '#f2c14e'],
  tempo: 'slow' as const,
  camera_style: 'slow push-ins',
  brand_voice: 'plain words',
  must_include: ['the green cap'],
  must_avoid: ['plastic', 'crowds'],
};

test('a prompt is the style, the instruction and the scene, in this order', () => {
  expect(
    composeImagePrompt({ styleGuide, instruction: { request: 'Paint in gouache.' }, prompt: 'A bottle on a stone.' }),
  ).toMatchInlineSnapshot(`
    "Tone: warm, honest. Colour palette: #0b6e4f, #f2c14e. Pace: slow and calm. Camera: slow push-ins. Brand: plain words. Always include: the green cap. Never include: plastic, crowds.

    Paint in gouache.

    A bottle on a stone."
  `);
});

test('without style and instruction the default speaks', () => {
  expect(composeImagePrompt({ styleGuide: {}, prompt: 'A bottle.' })).toBe(`${defaultImageInstruction}\n\nA bottle.`);
  expect(composeVideoPrompt({ styleGuide: {}, prompt: 'Push in.' })).toBe(`${defaultVideoInstruction}\n\nPush in.`);
});

test('the request’s instruction beats the work’s, the work’s beats the project’s, an empty one counts as none', () => {
  const asked = (instruction: object) => composeVideoPrompt({ styleGuide: {}, instruction, prompt: 'x' });
  expect(asked({ request: 'r', work: 'w', project: 'p' })).toBe('r\n\nx');
  expect(asked({ request: ' ', work: 'w', project: 'p' })).toBe('w\n\nx');
  expect(asked({ request: null, work: '', project: 'p' })).toBe('p\n\nx');
});

test('a work’s style fields win over the project’s, the others stay', () => {
  expect(effectiveStyleGuide(styleGuide, { tone: 'cool' })).toEqual({ ...styleGuide, tone: 'cool' });
  expect(effectiveStyleGuide(styleGuide, null)).toEqual(styleGuide);
});
