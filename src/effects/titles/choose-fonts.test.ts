import { expect, test } from 'vitest';
import { chooseFonts } from './choose-fonts.ts';

const face = (family: string, weight: number, script: 'Latn' | 'Arab' | 'Zsye') => ({ family, weight, script });
const fonts = [
  face('House', 400, 'Latn'),
  face('House', 700, 'Latn'),
  face('Plain', 400, 'Latn'),
  face('Naskh', 400, 'Arab'),
  face('Naskh', 700, 'Arab'),
  face('Faces', 400, 'Zsye'),
];
const chosen = (text: string, fontWeight = 400, fontFamily = 'House') =>
  chooseFonts(fonts, { text, fontFamily, fontWeight }).map(({ family, weight }) => `${family} ${String(weight)}`);

test('a text of Latin letters loads no font of another script', () => {
  expect(chosen('Harbour')).toEqual(['House 400', 'Plain 400']);
});

test('each script and the emoji bring their font, in the weight nearest to what is asked', () => {
  expect(chosen('Harbour مرحبا 😀', 650)).toEqual(['House 700', 'Plain 400', 'Naskh 700', 'Faces 400']);
});

test('the family that is asked for is loaded, whatever the text is written in', () => {
  expect(chosen('Harbour', 400, 'Naskh')).toEqual(['House 400', 'Plain 400', 'Naskh 400']);
});
