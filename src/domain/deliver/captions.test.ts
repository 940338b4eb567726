import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { Timeline } from '#contract/timeline.ts';
import { captionCues } from './caption-cues.ts';
import { readCaptions } from './read-captions.ts';
import { writeSrt, writeVtt } from './write-captions.ts';

const media = { sha256: '0'.repeat(64), kind: 'video' as const };

/** A from 0 to 6 s, B from 6 to 12 s, with a fade of half a second between them. */
function film(texts: z.input<typeof Timeline>['texts']): Timeline {
  const clips = [
    { id: 'a', media, startFrame: 0, endFrame: 180, transition: { type: 'fade' as const, durationFrames: 15 } },
    { id: 'b', media, startFrame: 180, endFrame: 360 },
  ];
  return Timeline.parse({ schemaVersion: 1, fps: { num: 30, den: 1 }, width: 1080, height: 1920, clips, texts });
}

const words = (text: string, startFrame: number, endFrame: number, more: object = {}) => ({
  id: `${text}${String(startFrame)}`,
  text,
  fontSize: 60,
  startFrame,
  endFrame,
  ...more,
});

test('a text over the second clip is read when it is seen: half a second earlier for the fade before it', () => {
  expect(captionCues(film([words('seven to nine', 210, 270)]))).toEqual([
    { startMs: 6500, endMs: 8500, text: 'seven to nine' },
  ]);
});

test('captions alone are read where some are marked, and all words where none is', () => {
  const texts = [words('Headline', 0, 60), words('said', 30, 90, { isCaption: true })];
  expect(captionCues(film(texts))).toEqual([{ startMs: 1000, endMs: 3000, text: 'said' }]);
  expect(captionCues(film([texts[0] ?? words('', 0, 1)]))).toHaveLength(1);
});

test('texts that stand at once are one cue, from top to bottom, and never two at a time', () => {
  const cues = captionCues(film([words('low', 0, 60, { centerY: 400 }), words('high', 30, 90, { centerY: -400 })]));
  expect(cues).toEqual([
    { startMs: 0, endMs: 1000, text: 'low' },
    { startMs: 1000, endMs: 2000, text: 'high\nlow' },
    { startMs: 2000, endMs: 3000, text: 'high' },
  ]);
});

test('what comes after the film’s end is cut, what begins after it and what says nothing is left out', () => {
  const cues = captionCues(film([words('late', 350, 500), words('never', 400, 420), words(' \n ', 0, 30)]));
  expect(cues).toEqual([{ startMs: 11_167, endMs: 11_500, text: 'late' }]);
});

test('SubRip counts its cues, and breaks up what a player would take for a tag or an arrow', () => {
  const cues = [
    { startMs: 3_723_004, endMs: 3_724_000, text: 'a <b> --> c & 1 < 2' },
    { startMs: 3_724_000, endMs: 3_725_500, text: 'Çay\nişte' },
  ];
  expect(writeSrt(cues)).toBe(
    '1\n01:02:03,004 --> 01:02:04,000\na <\u2060b> --\u2060> c & 1 < 2\n\n2\n01:02:04,000 --> 01:02:05,500\nÇay\nişte\n',
  );
  expect(writeVtt(cues)).toBe(
    'WEBVTT\n\n01:02:03.004 --> 01:02:04.000\na &lt;b&gt; --&gt; c &amp; 1 &lt; 2\n\n01:02:04.000 --> 01:02:05.500\nÇay\nişte\n',
  );
});

test('files of others are read: a mark at the front, other line ends, settings, notes, tags and short clocks', () => {
  const vtt = `\uFEFFWEBVTT - made elsewhere\r\nKind: captions\r\n\r\nNOTE nothing\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nintro\r\n00:01.500 --> 00:03.000 line:0 align:start\r\n<v Ada>One &amp; <i>two</i></v>\r\n\r\n00:00:05.000 --> 00:00:05.000\r\nno time\r\n`;
  expect(readCaptions(vtt)).toEqual([{ startMs: 1500, endMs: 3000, text: 'One & two' }]);
  const srt =
    '2\n00:00:02,5 --> 00:00:04,000\n{\\an8}<font color="#fff">later</font>\n\n1\n0:00:00,000 --> 0:00:01,000\nfirst\nline\n';
  expect(readCaptions(srt)).toEqual([
    { startMs: 0, endMs: 1000, text: 'first\nline' },
    { startMs: 2500, endMs: 4000, text: 'later' },
  ]);
  expect(readCaptions('just words\n\nand more')).toEqual([]);
});

test('whatever is written is read back, and no cue overlaps another or lasts no time', () => {
  const text = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => !one.includes('\u2060')),
    startFrame: fc.integer({ min: 0, max: 400 }),
    length: fc.integer({ min: 1, max: 90 }),
    centerY: fc.integer({ min: -9, max: 9 }),
  });
  const run = fc.property(fc.array(text, { maxLength: 12 }), (made) => {
    const texts = made.map(({ length, ...one }, place) => {
      return { ...one, id: `t${String(place)}`, fontSize: 20, endFrame: one.startFrame + length };
    });
    const cues = captionCues(film(texts));
    cues.forEach((cue, place) => {
      expect(cue.endMs).toBeGreaterThan(cue.startMs);
      expect(cue.startMs).toBeGreaterThanOrEqual(cues[place - 1]?.endMs ?? 0);
    });
    expect(readCaptions(writeVtt(cues))).toEqual(cues.map((cue) => ({ ...cue, text: cue.text })));
    expect(readCaptions(writeSrt(cues)).map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
      cues.map(({ startMs, endMs }) => [startMs, endMs]),
    );
  });
  fc.assert(run, { numRuns: 300 });
});
