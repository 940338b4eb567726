import type { TestMedium } from './parity-clips.ts';
import type { Picture, Text } from './parity-films.ts';

type Free<Overlay> = Omit<Overlay, 'id' | 'startFrame' | 'endFrame'>;

const plain = { text: 'Harbour at dawn', fontSize: 29 } as const;
const animation = { inFrames: 8, outFrames: 6, staggerFrames: 2 };

/** Every property of a text by itself, then some of them together. */
export const textsOfEveryProperty: readonly Free<Text>[] = [
  plain,
  { ...plain, fontFamily: 'Noto Sans' },
  ...[400, 500, 700].map((fontWeight) => ({ ...plain, fontWeight })),
  { ...plain, fontSize: 9 },
  { ...plain, text: 'Large', fontSize: 100 },
  { ...plain, fontColor: '#e0452b' },
  { ...plain, fontColor: '#2b6fe0' },
  { ...plain, background: { color: '#20486e', opacity: 1, paddingX: 16, paddingY: 8, radius: 12 } },
  { ...plain, background: { color: '#c0392b', opacity: 0.4, paddingX: 6, paddingY: 3 } },
  {
    ...plain,
    background: { color: '#000000', opacity: 0.8, paddingX: 27, paddingY: 27, feather: 0.5 },
    fontColor: '#ffd54a',
  },
  { ...plain, stroke: { color: '#b03060', width: 3 } },
  { ...plain, shadow: { color: '#3388ff', opacity: 0.9, blur: 8, x: 6, y: 8 } },
  ...(['left', 'center', 'right'] as const).map((align) => ({
    text: 'Three lines\nof words, not\nall as long',
    fontSize: 24,
    maxWidth: 267,
    align,
  })),
  { text: 'Words that break where the box ends, and go on', fontSize: 24, maxWidth: 200 },
  { text: 'Line height\nas wide as this', fontSize: 24, lineHeight: 1.8 },
  { ...plain, letterSpacing: 0.15 },
  { ...plain, letterSpacing: -0.04 },
  { ...plain, rotation: 17 },
  { ...plain, rotation: -90 },
  { ...plain, opacity: 0.45 },
  { ...plain, rule: { color: '#f5a623', width: 60, height: 4, gap: 9 }, align: 'left' },
  { ...plain, centerX: -48.91, centerY: 141.07 },
  { ...plain, centerX: 160, centerY: -306.67 }, // out of the frame in part
  { ...plain, anchor: 'top-left', centerX: -133.33, centerY: 26.67 },
  { ...plain, animation: { ...animation, in: 'fade', out: 'fade' } },
  { ...plain, animation: { ...animation, in: 'rise', out: 'fade' } },
  {
    text: 'Two lines that\nrise by turns',
    fontSize: 27,
    rotation: 6,
    opacity: 0.9,
    rule: { color: '#f5a623', width: 40, height: 3, gap: 7 },
    background: { color: '#203040', opacity: 0.7, paddingX: 13, paddingY: 9, radius: 5 },
    shadow: { color: '#000000', opacity: 0.8, blur: 4, x: 0, y: 3 },
    animation: { ...animation, in: 'rise', out: 'fade' },
  },
];

/** Every script that there is a font for, and all at once. */
export const textsOfEveryScript: readonly Free<Text>[] = [
  { text: 'Grüße, façade: 0123', fontSize: 27 },
  { text: 'Işığı gören şöför ğ İ', fontSize: 27 },
  { text: 'مرحبا بكم في الميناء', fontSize: 29, fontWeight: 700 },
  { text: 'नमस्ते, कैसे हैं आप?', fontSize: 29, fontWeight: 500 },
  { text: '港の朝、静かな海', fontSize: 29 },
  { text: '这是中文标题', fontSize: 32, fontWeight: 700 },
  { text: '항구의 새벽', fontSize: 32 },
  { text: '😀 👩‍👩‍👧‍👦 🇹🇷 ☀️', fontSize: 37 },
  {
    text: 'Harbour ميناء 港 🚢\nनमस्ते 항구',
    fontSize: 25,
    background: { color: '#183848', paddingX: 11, paddingY: 7 },
    animation: { ...animation, in: 'rise', out: 'fade' },
  },
];

/** Every property of a picture over the picture. */
export function picturesOfEveryProperty({ media }: TestMedium): readonly Free<Picture>[] {
  const box = { media, width: 160, height: 120 };
  return [
    box,
    { ...box, opacity: 0.5 },
    { ...box, rotation: 23 },
    { ...box, width: 200, height: 80 },
    { ...box, width: 200, height: 80, maintainAspectRatio: false },
    { ...box, width: 40, height: 30, centerX: 74.2, centerY: -65.2 },
    { ...box, width: 600, height: 933, maintainAspectRatio: false, rotation: 4 },
    { ...box, animation: { ...animation, in: 'fade', out: 'fade' } },
  ];
}
