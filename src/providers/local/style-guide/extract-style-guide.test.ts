import { expect, test } from 'vitest';
import { StyleGuide } from '#contract/style-guide.ts';
import { readablePage } from '#media/readable-page.ts';
import { extractStyleGuide } from './extract-style-guide.ts';

const from = (text: string, colours: readonly string[] = []) => extractStyleGuide({ text, colours });

test('a brand text gives its colours, tone, pace, camera, voice and wishes', () => {
  const found = from(`Our brand is warm and honest, never formal. Colours: deep navy #1B2A4A, coral and cream.
Always show the green cap. Never use stock photos, crowds or neon red.
We speak like a neighbour who knows wood. Editing is slow, with long takes and close-ups, handheld where it helps.
Avoid clichés. The logo must include the tagline.`);
  expect(found).toEqual({
    tone: 'warm, honest',
    color_palette: ['#1b2a4a', '#ff7a63', '#f5ecd7'],
    tempo: 'slow',
    camera_style: 'close-ups, handheld',
    brand_voice: 'We speak like a neighbour who knows wood.',
    must_include: ['the green cap', 'the tagline'],
    must_avoid: ['stock photos', 'crowds', 'neon red', 'clichés'],
  });
});

test('a Turkish text is read as well', () => {
  const found = from(
    'Üslup: samimi ve yalın\nRenk paleti: lacivert, krem ve #f2c14e. Asla stok fotoğraf kullanmayın. Her zaman logoyu gösterin. Kurgu hızlı tempolu olsun. Yakın çekim tercih edilir. Resmi değil, sıcak bir ses tonu kullanırız.',
  );
  expect(found).toEqual({
    tone: 'samimi ve yalın',
    color_palette: ['#1b2a4a', '#f5ecd7', '#f2c14e'],
    tempo: 'fast',
    camera_style: 'yakın çekim',
    brand_voice: 'Resmi değil, sıcak bir ses tonu kullanırız.',
    must_include: ['logoyu'],
    must_avoid: ['stok fotoğraf'],
  });
});

test('what a text does not say is left out', () => {
  expect(from('Orange juice, delivered fast to your door on Monday.')).toEqual({});
  expect(from('')).toEqual({});
});

test('what is denied is no part of the style', () => {
  expect(from('We are not playful. The pace is never fast. No red.')).toEqual({ must_avoid: ['red'] });
});

test('the colours of a page come after those its words name', () => {
  expect(from('Our palette is navy.', ['#ff0000', '#1b2a4a']).color_palette).toEqual(['#1b2a4a', '#ff0000']);
});

test('whatever the text, the result is a style guide', () => {
  const texts = [
    'Never use '.repeat(5000),
    `Tone: ${'very '.repeat(2000)}warm`,
    `Always ${'x'.repeat(100_000)}`,
    '#fff '.repeat(2000),
    `must ${' '.repeat(50_000)}include`,
    Array.from({ length: 300 }, (_, place) => `Never show thing ${place}.`).join(' '),
    'constructor __proto__ toString hasOwnProperty colours',
    'İSTANBUL '.repeat(100),
  ];
  for (const text of texts) expect(StyleGuide.safeParse(from(text)).success).toBe(true);
});

test('a page is its words and its colours, and neither its menu nor its scripts', () => {
  const page = readablePage(`<!doctype html><html><head><title>Oak &amp; Co</title>
    <meta content="#0a5" name="theme-color"><meta name="description" content="We are calm and sincere.">
    <style>body{color:#333333;background:#fafafa} h1{color:#333} #deadbe{color:red}</style></head>
    <body><nav>Home #123456 About</nav><script>const never = 'use';</script>
    <h1 style="color: #C0FFEE">Chairs that last</h1><p>Always show the grain.</p></body></html>`);
  expect(page.text).toBe('We are calm and sincere.\nChairs that last\n\nAlways show the grain.');
  expect(page.colours).toEqual(['#00aa55', '#333333', '#fafafa', '#deadbe', '#c0ffee']);
});

test.each([
  '<div>',
  '<table><tr><td>',
  '<p ',
  '<style>',
  '<meta ',
  '<meta name=theme-color content="',
  'style="',
  '<title>',
  'style = ',
])('two megabytes of %s are a page like any other', (piece) => {
  expect(readablePage(piece.repeat(2_000_000 / piece.length)).colours).toEqual([]);
});

test.each(['* '.repeat(100_000), `*${' '.repeat(1198)}\n`.repeat(160), `x${' '.repeat(19_000)}y`])(
  'a text that means nothing is read like any other',
  (text) => {
    expect(from(text)).toEqual({});
  },
);

test('a page nested beyond reason still says its words, and not its scripts', () => {
  const page = readablePage(`${'<div>'.repeat(5000)}We are calm.<script>never</script><br>Always.`);
  expect(page.text).toBe('We are calm.\nAlways.');
});
