import { expect, test } from 'vitest';
import { film, REFS } from './film-to-deliver.ts';
import { writeOtio } from './write-otio.ts';

/** An object of the format; what is read back is whatever was written. */
interface Otio {
  readonly OTIO_SCHEMA: string;
  readonly children: readonly Otio[];
  readonly markers: readonly Otio[];
  readonly tracks: Otio;
  readonly source_range: OtioRange;
  readonly marked_range: OtioRange;
  readonly in_offset: OtioTime;
  readonly out_offset: OtioTime;
  readonly transition_type: string;
  readonly media_references: { readonly DEFAULT_MEDIA: { target_url: string; parameters: { text: string } } };
}

interface OtioTime {
  readonly rate: number;
  readonly value: number;
}

interface OtioRange {
  readonly start_time: OtioTime;
  readonly duration: OtioTime;
}

const otio = (of = film()): Otio => JSON.parse(writeOtio(of)) as Otio;

/** The track of that number, and its items. */
function trackOf(place: number): readonly Otio[] {
  return otio().tracks.children[place]?.children ?? [];
}

/** What the specification of the format says each object has. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'Timeline.1': ['metadata', 'name', 'global_start_time', 'tracks'],
  'Stack.1': ['metadata', 'name', 'source_range', 'effects', 'markers', 'enabled', 'children'],
  'Track.1': ['metadata', 'name', 'source_range', 'effects', 'markers', 'enabled', 'children', 'kind'],
  'Clip.2': [
    'metadata',
    'name',
    'source_range',
    'effects',
    'markers',
    'enabled',
    'media_references',
    'active_media_reference_key',
  ],
  'Gap.1': ['metadata', 'name', 'source_range', 'effects', 'markers', 'enabled'],
  'Transition.1': ['metadata', 'name', 'in_offset', 'out_offset', 'transition_type'],
  'Marker.2': ['metadata', 'name', 'color', 'marked_range', 'comment'],
  'ExternalReference.1': ['metadata', 'name', 'available_range', 'available_image_bounds', 'target_url'],
  'MissingReference.1': ['metadata', 'name', 'available_range', 'available_image_bounds'],
  'GeneratorReference.1': [
    'metadata',
    'name',
    'available_range',
    'available_image_bounds',
    'generator_kind',
    'parameters',
  ],
  'TimeRange.1': ['duration', 'start_time'],
  'RationalTime.1': ['rate', 'value'],
};

function everyObject(value: unknown, visit: (object: Otio) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('OTIO_SCHEMA' in value) visit(value as Otio);
  for (const inner of Object.values(value)) everyObject(inner, visit);
}

test('OpenTimelineIO: every object is of a known schema and has exactly its fields', () => {
  const seen = new Set<string>();
  const { media, ...rest } = film();
  const withoutMusic = new Map([...media].filter(([sha256]) => sha256 !== REFS.music.sha256));
  everyObject(otio({ ...rest, media: withoutMusic }), (object) => {
    const { OTIO_SCHEMA: schema, ...fields } = object;
    seen.add(schema);
    expect(Object.keys(fields).toSorted(), schema).toEqual([...(FIELDS[schema] ?? ['an unknown schema'])].toSorted());
  });
  expect([...seen].toSorted()).toEqual(Object.keys(FIELDS).toSorted());
});

/** How long a track is: its items end to end; transitions lie over them. */
function lengthOf(items: readonly Otio[]): number {
  const lasting = items.filter((item) => item.OTIO_SCHEMA !== 'Transition.1');
  return lasting.reduce((sum, item) => sum + item.source_range.duration.value, 0);
}

test('OpenTimelineIO: tracks begin and end where the film has them, and clips name the media beside them', () => {
  const [picture, logo, words, clipSound, music] = [0, 1, 2, 3, 4].map(trackOf);
  for (const track of [picture, logo, clipSound]) expect(lengthOf(track ?? [])).toBe(345);
  expect(lengthOf(music ?? [])).toBe(210); // it ends with its file
  const [gap, text] = words ?? [];
  expect(gap?.OTIO_SCHEMA).toBe('Gap.1');
  expect(gap?.source_range.duration).toMatchObject({ rate: 30, value: 195 }); // 6.5 s
  expect(text?.source_range.duration.value).toBe(60); // to 8.5 s
  expect(text?.media_references.DEFAULT_MEDIA.parameters.text).toBe('Made <for>\nthe "long" way');
  const [a, fade, b] = picture ?? [];
  expect(a?.media_references.DEFAULT_MEDIA.target_url).toBe('media/clip-01.mp4');
  expect(a?.source_range.start_time.value).toBe(12);
  expect([fade?.in_offset.value, fade?.out_offset.value, fade?.transition_type]).toEqual([7, 8, 'SMPTE_Dissolve']);
  expect(b?.source_range.start_time.value).toBe(7);
  expect(logo?.[0]?.media_references.DEFAULT_MEDIA.target_url).toBe('media/image-01.png');
  expect(otio().tracks.markers[0]?.marked_range.start_time.value).toBe(225);
});

test('OpenTimelineIO: a transition never reaches past the clips beside it', () => {
  const items = trackOf(0);
  const transitions = items.flatMap((item, place) => (item.OTIO_SCHEMA === 'Transition.1' ? [place] : []));
  expect(transitions).toEqual([1]);
  for (const place of transitions) {
    const [before, transition, after] = items.slice(place - 1);
    expect([before?.OTIO_SCHEMA, after?.OTIO_SCHEMA]).toEqual(['Clip.2', 'Clip.2']);
    expect(transition?.out_offset.value).toBeLessThanOrEqual(after?.source_range.duration.value ?? 0);
    expect(transition?.in_offset.value).toBeLessThanOrEqual(after?.source_range.start_time.value ?? 0);
  }
});
