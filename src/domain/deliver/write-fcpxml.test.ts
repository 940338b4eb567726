import { expect, test } from 'vitest';
import { film, REFS } from './film-to-deliver.ts';
import { rationalTime } from './rational-time.ts';
import { writeFcpxml } from './write-fcpxml.ts';

/** Reads what our writer writes: no comments, no sections, no entities but the five. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  words: string;
}

function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], words: '' };
  const open = [root];
  for (const [, close, name, attributes = '', end, words] of text.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|<[?!][^>]*>/gi,
  )) {
    if (words !== undefined) (open.at(-1) ?? root).words += words.trim();
    else if (close) expect(open.pop()?.name).toBe(name);
    else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]);
      const made = { name, attributes: Object.fromEntries(pairs) as Record<string, string>, children: [], words: '' };
      open.at(-1)?.children.push(made);
      if (!end) open.push(made);
    }
  }
  expect(open).toHaveLength(1);
  return root.children[0] as Element;
}

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
      'adjust-transform',
      'adjust-blend',
      'adjust-volume',
      'title|video|asset-clip',
      'marker',
    ],
    must: ['ref'],
  },
  video: {
    order: ['param', 'note', 'conform-rate', 'adjust-transform', 'adjust-blend', 'title|video|asset-clip', 'marker'],
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
  'adjust-transform': { order: [], must: [] },
  'adjust-blend': { order: [], must: ['amount'] },
  'adjust-volume': { order: [], must: ['amount'] },
  marker: { order: [], must: ['start', 'value'] },
};

function everyElement(
  one: Element,
  visit: (element: Element, parent: Element | null) => void,
  parent: Element | null = null,
): void {
  visit(one, parent);
  for (const child of one.children) everyElement(child, visit, one);
}

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
  expect(title?.children[0]?.children[0]?.words).toContain('Made &lt;for&gt;');
  const music = a?.children.find(({ attributes }) => attributes['audioRole'] === 'music');
  expect([music?.attributes['lane'], music?.attributes['start']]).toEqual(['-1', '1s']);
  const logo = a?.children.find(({ name }) => name === 'video');
  expect(logo?.children[0]?.attributes['position']).toBe('5.625 10');
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
