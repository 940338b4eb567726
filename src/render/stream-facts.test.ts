import { expect, test } from 'vitest';
import { streamFactsOf } from './stream-facts.ts';

test('tags of colour are read from the forms FFmpeg prints them in', () => {
  const pixels = (line: string) =>
    streamFactsOf(`  Stream #0:0[0x1](und): Video: ${line}, 1080x1920 [SAR 1:1 DAR 9:16], 30 fps`).pixels;
  expect(pixels('h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive)')).toEqual({
    name: 'yuv420p',
    range: 'tv',
    matrix: 'bt709',
  });
  expect(pixels('h264 (High) (avc1 / 0x31637661), yuv420p(progressive)')).toEqual({
    name: 'yuv420p',
    range: null,
    matrix: null,
  });
  expect(pixels('h264 (High), yuv420p(tv, smpte170m/smpte170m/bt709, progressive)')).toEqual({
    name: 'yuv420p',
    range: 'tv',
    matrix: 'smpte170m',
  });
  expect(pixels('hevc (Main 10) (hvc1 / 0x31637668), yuv420p10le(tv, bt2020nc/bt2020/smpte2084)')).toEqual({
    name: 'yuv420p10le',
    range: 'tv',
    matrix: 'bt2020nc',
  });
  expect(pixels('mjpeg (Baseline), yuvj420p(pc, bt470bg/unknown/unknown)')).toEqual({
    name: 'yuv420p',
    range: 'pc',
    matrix: 'bt470bg',
  });
});

test('a sound of one channel is told from one of two', () => {
  const isMono = (layout: string) =>
    streamFactsOf(`  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 48000 Hz, ${layout}, fltp, 69 kb/s`)
      .isMono;
  expect(['mono', 'stereo', '5.1', '1 channels', '11 channels'].map(isMono)).toEqual([true, false, false, true, false]);
});
