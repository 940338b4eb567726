import { expect, test } from 'vitest';
import { everyElement, readXml, type Element } from './fixture/read-xml.ts';
import { film, REFS } from './film-to-deliver.ts';
import { rationalTime } from './rational-time.ts';
import { writeFcpxml } from './write-fcpxml.ts';

/** What may stand in what and in which order, and what it must have: the part of the document type that is used. */
const DTD: Readonly<Record<string, { readonly order: readonly string[]; readonly must: readonly string[] }>> = {
  fcpxml: { order: ['import-options', 'resources', 'library'], must: ['version'] },
  resources: { order: ['format|effect|asset'], must: [] },
  format: { order: [], must: ['id'] },
  effect: { order: [], must: ['id', 'uid'] },
  asset: { order: ['media-rep', 'metadata'], must: ['id'] },
  'media-rep': { order: [], must: ['src'] },
  library: { order: ['event'], must: [] },
  event: { order: ['project'], must: [] },
  project: { order: ['sequence'], must: [] },
  sequence: { order: ['note', 'spine'], must: ['format'] },
  spine: { order: ['asset-clip|video|gap|transition|title'], must: [] },
  'asset-clip': {
    order: [
      'note',
      'conform-rate',
      'timeMap',
      'adjust-conform',
      'adjust-transform',
      'adjust-blend',
      'adjust-volume',
      'title|video|asset-clip',
      'marker',
    ],
    must: ['ref'],
  },
  video: {
    order: [
      'param',
      'note',
      'conform-rate',
      'adjust-conform',
      'adjust-transform',
      'adjust-blend',
      'title|video|asset-clip',
      'marker',
    ],
    must: ['ref'],
  },
  gap: { order: ['note', 'title|video|asset-clip', 'marker'], must: ['duration'] },
  transition: { order: ['filter-video', 'filter-audio', 'marker'], must: ['duration'] },
  title: { order: ['param', 'text', 'text-style-def', 'note', 'adjust-transform', 'adjust-blend'], must: ['ref'] },
  text: { order: ['text-style'], must: [] },
  'text-style-def': { order: ['text-style'], must: ['id'] },
  'text-style': { order: [], must: [] },
  'filter-video': { order: [], must: ['ref'] },
  'conform-rate': { order: [], must: [] },
  'adjust-conform': { order: [], must: [] },
  'adjust-transform': { order: [], must: [] },
  'adjust-blend': { order: [], must: ['amount'] },
  'adjust-volume': { order: [], must: ['amount'] },
  marker: { order: [], must: ['start', 'value'] },
};

const fcpxml = (of = film()): Element => readXml(writeFcpxml(of));

test('FCPXML: elements stand where the document type lets them, in its order, with what it asks for', () => {
  const clips = [
    { id: 'b', media: REFS.second, startFrame: 30, endFrame: 90 },
    { id: 'l', media: REFS.logo, startFrame: 90, endFrame: 120 },
  ];
  for (const one of [film(), film({ clips })]) {
    everyElement(fcpxml(one), ({ name, attributes, children }) => {
      const rule = DTD[name];
      expect(rule, name).toBeDefined();
      for (const key of rule?.must ?? []) expect(attributes[key], `${name} has ${key}`).toBeDefined();
      const places = children.map((child) => rule?.order.findIndex((names) => names.split('|').includes(child.name)));
      expect(places, `order in ${name}: ${children.map((child) => child.name).join(' ')}`).toEqual(
        places.toSorted((a = 0, b = 0) => a - b),
      );
      expect(places.includes(-1), `${name}: ${children.map((child) => child.name).join(' ')}`).toBe(false);
    });
  }
});

test('FCPXML: whatever is referred to is there, and every id once', () => {
  const ids: string[] = [];
  const refs: string[] = [];
  everyElement(fcpxml(), ({ name, attributes }) => {
    if (attributes['id'] !== undefined) ids.push(attributes['id']);
    if (attributes['ref'] !== undefined) refs.push(attributes['ref']);
    if (name !== 'format' && attributes['format'] !== undefined) refs.push(attributes['format']);
  });
  expect(new Set(ids).size).toBe(ids.length);
  for (const ref of refs) expect(ids).toContain(ref);
});

const secondsOf = (time = ''): number => {
  const [, over = '0', under = '1'] = /^(-?\d+)(?:\/(\d+))?s$/.exec(time) ?? [];
  return Number(over) / Number(under);
};

test('FCPXML: clips lie end to end, the fade over their cut, and the text from 6.5 to 8.5 s', () => {
  let spine: Element | undefined;
  everyElement(fcpxml(), (one) => void (one.name === 'spine' && (spine = one)));
  const [a, fade, b] = spine?.children ?? [];
  expect([a?.attributes['offset'], a?.attributes['start'], a?.attributes['duration']]).toEqual([
    '0s',
    '2/5s',
    '86/15s',
  ]);
  expect(secondsOf(b?.attributes['offset'])).toBe(172 / 30);
  expect(secondsOf(fade?.attributes['offset'])).toBe(165 / 30);
  expect(secondsOf(fade?.attributes['duration'])).toBe(0.5);
  expect(secondsOf(b?.attributes['offset']) + secondsOf(b?.attributes['duration'])).toBe(11.5);
  const title = b?.children.find(({ name }) => name === 'title');
  const shownAt =
    secondsOf(b?.attributes['offset']) + secondsOf(title?.attributes['offset']) - secondsOf(b?.attributes['start']);
  expect(shownAt).toBeCloseTo(6.5, 9);
  expect(shownAt + secondsOf(title?.attributes['duration'])).toBeCloseTo(8.5, 9);
  expect(title?.children[0]?.children[0]?.words).toContain('Made <for>');
  const music = a?.children.find(({ attributes }) => attributes['audioRole'] === 'music');
  expect([music?.attributes['lane'], music?.attributes['start']]).toEqual(['-1', '1s']);
  const logo = a?.children.find(({ name }) => name === 'video');
  // 200 × 100 of its own 1080 × 1920 pixels.
  expect(logo?.children.map(({ name, attributes }) => [name, attributes])).toEqual([
    ['adjust-conform', { type: 'none' }],
    ['adjust-transform', { position: '5.625 10', scale: '0.185185 0.052083' }],
  ]);
});

test('times of 29.97 are exact fractions, and a clip of another rate is conformed to the film', () => {
  expect(rationalTime(1, { num: 30_000, den: 1001 })).toBe('1001/30000s');
  expect(rationalTime(30_000, { num: 30_000, den: 1001 })).toBe('1001s');
  expect(rationalTime(0, { num: 30, den: 1 })).toBe('0s');
  const ntsc = fcpxml(film({ fps: { num: 30_000, den: 1001 } }));
  const conformed: string[] = [];
  everyElement(
    ntsc,
    ({ name, attributes }) => void (name === 'conform-rate' && conformed.push(attributes['srcFrameRate'] ?? '')),
  );
  expect(conformed).toEqual(['30', '30']);
});

test('FCPXML: what is no longer there leaves a gap, and nothing that refers to it', () => {
  const { media, ...rest } = film();
  const left = new Map([...media].filter(([sha256]) => sha256 === REFS.second.sha256));
  const names: string[] = [];
  const found = fcpxml({ ...rest, media: left });
  everyElement(found, ({ name }, parent) => void (parent?.name === 'spine' && names.push(name)));
  expect(names).toEqual(['gap', 'transition', 'asset-clip']);
  everyElement(found, ({ attributes }) => expect(attributes['ref']).not.toBe('undefined'));
});

test('FCPXML: a clip of another shape fills the frame, or stands whole in it, as the film was exported', () => {
  const fillings = (of: ReturnType<typeof film>): string[] => {
    const found: string[] = [];
    everyElement(fcpxml(of), ({ name, children }) => {
      if (name !== 'asset-clip') return;
      found.push(
        ...children.flatMap((child) => (child.name === 'adjust-conform' ? [child.attributes['type'] ?? ''] : [])),
      );
    });
    return found;
  };
  const square = film({ width: 1080, height: 1080 });
  expect(fillings(square)).toEqual(['fill', 'fill']);
  expect(fillings({ ...square, framing: 'blur' })).toEqual([]);
  expect(fillings(film())).toEqual([]); // of the frame's own shape
});

test('FCPXML: a text that is placed by its corner has its middle there where it is seen', () => {
  const text = { id: 't', text: 'Wide words', fontSize: 96, startFrame: 0, endFrame: 30, centerX: -540, centerY: -960 };
  const [byMiddle, byCorner] = [{}, { anchor: 'top-left' }].map((more) => {
    let position = '';
    everyElement(fcpxml(film({ texts: [{ ...text, ...more }], images: [] })), ({ name, attributes }) => {
      if (name === 'adjust-transform') position = attributes['position'] ?? '';
    });
    return position.split(' ').map(Number);
  });
  expect(byMiddle).toEqual([-28.125, 50]);
  expect(byCorner?.[0]).toBeGreaterThan(-20);
  expect(byCorner?.[1]).toBeLessThan(50);
});
