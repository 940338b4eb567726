import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fps } from '#contract/fps.ts';
import { Timeline } from '#contract/timeline.ts';
import { planFilm } from '../timeline/plan-film.ts';
import type { DeliveredFilm, DeliveredMedium } from './delivered-film.ts';
import { everyElement, readXml, type Element } from './fixture/read-xml.ts';
import { REFS, film as workedExample } from './film-to-deliver.ts';
import { writeFcpxml } from './write-fcpxml.ts';
import { writeOtio } from './write-otio.ts';

/*
 * What other editors are told is read back as they would, and shows in each frame what the film shows.
 */

const RATES: readonly Fps[] = [
  { num: 24_000, den: 1001 },
  { num: 25, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 30, den: 1 },
  { num: 60_000, den: 1001 },
  { num: 60, den: 1 },
];

const sha = (place: number): string => String(place).padStart(64, '0');

/** Names with everything that means something in XML or JSON, and letters of everywhere. */
const names = fc.string({
  unit: fc.oneof(
    fc.constantFrom('&', '<', '>', '"', "'", '\n', '\t', '\r', ';', ']', 'ğ', 'İ', '日', '🎬', 'ا', '\u202e'),
    fc.string({ unit: 'binary' }),
  ),
});

const films = fc
  .record({
    fps: fc.constantFrom(...RATES),
    framing: fc.constantFrom('crop' as const, 'blur' as const),
    name: names,
    clips: fc.array(
      fc.record({
        frames: fc.integer({ min: 1, max: 90 }),
        gap: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -12, max: 20 })),
        type: fc.constantFrom('fade' as const, 'dissolve' as const, 'wipeleft' as const, 'cut' as const),
        fade: fc.nat(40),
        source: fc.nat(300),
        isStill: fc.boolean(),
        own: fc.constantFrom(...RATES),
        name: names,
      }),
      { minLength: 1, maxLength: 7 },
    ),
    texts: fc.array(fc.record({ start: fc.nat(300), frames: fc.integer({ min: 1, max: 90 }), text: names }), {
      maxLength: 4,
    }),
    voices: fc.array(fc.record({ start: fc.nat(200), frames: fc.integer({ min: 1, max: 90 }) }), { maxLength: 2 }),
  })
  .map(({ fps, framing, name, clips, texts, voices }): DeliveredFilm => {
    const { media: known } = workedExample();
    const [video, image, sound] = [REFS.first, REFS.logo, REFS.music].map(({ sha256 }) => known.get(sha256)?.facts);
    if (!video || !image || !sound) throw new Error('the worked example has one of each');
    const media = new Map<string, DeliveredMedium>([
      [sha(99), { path: 'media/sound-01.mp3', name: 'x', facts: sound }],
    ]);
    let at = 0;
    const timeline = Timeline.parse({
      schemaVersion: 1,
      fps,
      width: 1080,
      height: 1920,
      clips: clips.map(({ frames, gap, type, fade, source, isStill, own, name: called }, place) => {
        // What overlaps on the wire leaves each clip a time of its own: two transitions at once are nothing an editor knows.
        const most = Math.floor(Math.min(frames, clips[place - 1]?.frames ?? 0) / 3);
        const startFrame = at + Math.max(gap, -most);
        at = startFrame + frames;
        const facts = isStill ? image : { ...video, fps: own, frameCount: 2000, durationS: (2000 * own.den) / own.num };
        media.set(sha(place), { path: `media/clip-0${String(place)}.mp4`, name: called, facts });
        return {
          id: `c${String(place)}`,
          media: { sha256: sha(place), kind: isStill ? 'image' : 'video' },
          startFrame,
          endFrame: at,
          sourceStartFrame: isStill ? 0 : source,
          transition: fade > 0 ? { type, durationFrames: fade } : null,
        };
      }),
      texts: texts.map(({ start, frames, text }, place) => ({
        id: `t${String(place)}`,
        text,
        fontSize: 40,
        startFrame: start,
        endFrame: start + frames,
      })),
      audio: voices.map(({ start, frames }, place) => ({
        id: `v${String(place)}`,
        kind: 'voice',
        media: { sha256: sha(99), kind: 'audio' },
        startFrame: start,
        endFrame: start + frames,
      })),
    });
    return { name, timeline, framing, media };
  });

/** A clip as it was read: what it shows from where on, and the transition into the next one, to both sides of its end. */
interface ReadClip {
  readonly path: string | null;
  readonly isStill: boolean;
  readonly startFrame: number;
  readonly frames: number;
  readonly sourceFrame: number;
  transition: { readonly before: number; readonly after: number } | null;
}

/** What each frame shows: in a transition, what goes and what comes. */
function shownIn(clips: readonly ReadClip[]): string[] {
  const shown = ({ path, isStill, sourceFrame, startFrame }: ReadClip, frame: number): string =>
    path === null ? 'black' : `${path} ${String(isStill ? 0 : sourceFrame + frame - startFrame)}`;
  const frames: string[] = [];
  for (const one of clips) {
    for (let frame = one.startFrame; frame < one.startFrame + one.frames; frame++) frames[frame] = shown(one, frame);
  }
  for (const [place, one] of clips.entries()) {
    const next = clips[place + 1];
    if (!one.transition || !next) continue;
    const cut = one.startFrame + one.frames;
    for (let frame = cut - one.transition.before; frame < cut + one.transition.after; frame++) {
      frames[frame] = `${shown(one, frame)} > ${shown(next, frame)}`;
    }
  }
  return frames;
}

function plannedFrames({ timeline, media }: DeliveredFilm): string[] {
  const shown = (of: { readonly media: { readonly sha256: string; readonly kind: string } }, frame: number): string =>
    `${media.get(of.media.sha256)?.path ?? ''} ${String(of.media.kind === 'image' ? 0 : frame)}`;
  return planFilm(timeline).shots.flatMap(({ clip, sourceFrame, startFrame, endFrame, join }) =>
    Array.from({ length: endFrame - startFrame }, (_, at) => {
      const from = clip ? shown(clip, sourceFrame + at) : 'black';
      const into = join ? startFrame + at - join.startFrame : -1;
      return join && into >= 0 ? `${from} > ${shown(join.next, join.next.sourceStartFrame + into)}` : from;
    }),
  );
}

/** Frames of an exact time; throws where it is between two frames. */
function framesOf(written: string | undefined, { num, den }: Fps): number {
  const [, over, under = '1'] = /^(\d+)(?:\/(\d+))?s$/.exec(written ?? '') ?? [];
  if (over === undefined) throw new Error(`no time: ${String(written)}`);
  const [top, bottom] = [BigInt(over) * BigInt(num), BigInt(under) * BigInt(den)];
  if (top % bottom !== 0n) throw new Error(`${String(written)} is no frame at ${String(num)}/${String(den)}`);
  return Number(top / bottom);
}

function readFcpxml(text: string, fps: Fps) {
  const assets = new Map<string, string>();
  const clips: ReadClip[] = [];
  const titles: string[] = [];
  const heard: string[] = [];
  const at = (one: Element, key: string): number => framesOf(one.attributes[key], fps);
  const root = readXml(text);
  everyElement(root, (one, parent) => {
    if (one.name === 'asset') assets.set(one.attributes['id'] ?? '', one.children[0]?.attributes['src'] ?? '');
    if (parent?.name === 'spine' && one.name === 'transition') {
      const cut = clips.at(-1);
      if (!cut) throw new Error('a transition before all clips');
      const before = cut.startFrame + cut.frames - at(one, 'offset');
      cut.transition = { before, after: at(one, 'duration') - before };
    } else if (parent?.name === 'spine') {
      const path = one.name === 'gap' ? null : (assets.get(one.attributes['ref'] ?? '') ?? 'nothing');
      const [startFrame, frames] = [at(one, 'offset'), at(one, 'duration')];
      const isStill = one.name === 'video';
      clips.push({ path, isStill, startFrame, frames, sourceFrame: at(one, 'start'), transition: null });
    } else if (one.attributes['lane'] !== undefined && parent) {
      const startFrame = at(parent, 'offset') + at(one, 'offset') - at(parent, 'start');
      const span = `${String(startFrame)}-${String(startFrame + at(one, 'duration'))}`;
      if (one.name === 'title') titles.push(`${span} ${one.children[0]?.children[0]?.words ?? ''}`);
      else heard.push(span);
    }
  });
  return { root, clips, titles, heard };
}

/** What of a text can stand in XML at all. */
const inXml = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

const RUNS = { numRuns: 300, includeErrorInReport: true } as const;

test('FCPXML read back shows in each frame what the film shows, at every rate', () => {
  fc.assert(
    fc.property(films, (film) => {
      const { fps } = film.timeline;
      const { root, clips, titles, heard } = readFcpxml(writeFcpxml(film), fps);
      expect(shownIn(clips)).toEqual(plannedFrames(film));
      let end = 0;
      for (const { startFrame, frames } of clips) {
        expect(startFrame).toBe(end);
        end += frames;
      }
      const plan = planFilm(film.timeline);
      const texts = plan.overlays.map(({ startFrame, endFrame, overlay }) => {
        return `${String(startFrame)}-${String(endFrame)} ${inXml('text' in overlay ? overlay.text : '')}`;
      });
      expect(titles.toSorted()).toEqual(texts.toSorted());
      for (const span of heard) expect(Number(span.split('-')[1])).toBeLessThanOrEqual(plan.lengthFrames);
      everyElement(root, ({ name, attributes }) => {
        if (name === 'project') expect(attributes['name']).toBe(inXml(film.name));
        if (name === 'sequence') expect(framesOf(attributes['duration'], fps)).toBe(plan.lengthFrames);
        if (name === 'media-rep') expect(attributes['src']).toMatch(/^media\/[\w.-]+$/);
      });
    }),
    RUNS,
  );
});

interface Otio {
  readonly OTIO_SCHEMA: string;
  readonly kind: string;
  readonly name: string;
  readonly tracks: Otio;
  readonly children: readonly Otio[];
  readonly source_range: { readonly start_time: OtioTime; readonly duration: OtioTime };
  readonly in_offset: OtioTime;
  readonly out_offset: OtioTime;
  readonly media_references: { readonly DEFAULT_MEDIA: { readonly target_url: string } };
}

interface OtioTime {
  readonly rate: number;
  readonly value: number;
}

test('OpenTimelineIO read back shows in each frame what the film shows, at every rate', () => {
  fc.assert(
    fc.property(films, (film) => {
      const { num, den } = film.timeline.fps;
      const whole = JSON.parse(writeOtio(film)) as Otio;
      expect(whole.name).toBe(film.name);
      const frames = ({ rate, value }: OtioTime): number => {
        expect([rate, Number.isInteger(value)]).toEqual([num / den, true]);
        return value;
      };
      const clips: ReadClip[] = [];
      let end = 0;
      for (const one of whole.tracks.children[0]?.children ?? []) {
        const cut = clips.at(-1);
        if (one.OTIO_SCHEMA === 'Transition.1') {
          if (cut) cut.transition = { before: frames(one.in_offset), after: frames(one.out_offset) };
          continue;
        }
        const path = one.OTIO_SCHEMA === 'Gap.1' ? null : one.media_references.DEFAULT_MEDIA.target_url;
        const isStill = [...film.media.values()].some((known) => known.path === path && known.facts.kind === 'image');
        const { start_time: start, duration } = one.source_range;
        clips.push({
          path,
          isStill,
          startFrame: end,
          frames: frames(duration),
          sourceFrame: frames(start),
          transition: null,
        });
        end += duration.value;
      }
      expect(shownIn(clips)).toEqual(plannedFrames(film));
    }),
    RUNS,
  );
});
