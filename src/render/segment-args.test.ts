import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { aFilm, framesOf, rgbOf, SIZE, Trial } from './film-on-trial.ts';
import { findSources } from './film-sources.ts';
import { overlayRasters } from './overlay-rasters.ts';
import { planFilm } from '#domain/timeline/plan-film.ts';
import { type DrawnOverlay, type Run, runArguments } from './segment-args.ts';

const trial = new Trial();
afterAll(() => trial[Symbol.dispose]());

test('a film cut into segments has the same pixels as one encoded in one piece', async () => {
  const size = `${String(SIZE.width)}x${String(SIZE.height)}`;
  const moving = async (name: string, fps: string, seconds: number) =>
    trial.make(name, 'video', [
      '-f',
      'lavfi',
      '-i',
      `testsrc2=s=${size}:r=${fps}:d=${String(seconds)}`,
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
      '-g',
      '25',
    ]);
  const logo = await trial.make('logo.png', 'image', ['-f', 'lavfi', '-i', 'testsrc=s=40x30', '-frames:v', '1']);
  const media = [await moving('a.mp4', '30', 2), await moving('b.mp4', '24', 3), await moving('c.mp4', '30', 1)];
  const transitions = [
    { type: 'dissolve' as const, durationFrames: 10 },
    { type: 'slideup' as const, durationFrames: 8 },
    null,
  ];
  const animation = { in: 'rise', out: 'fade', inFrames: 9, outFrames: 5, staggerFrames: 2 } as const;
  const timeline = aFilm({
    clips: media.map((one, place) => ({
      id: `c${String(place)}`,
      media: one,
      startFrame: place * 40,
      endFrame: (place + 1) * 40,
      sourceStartFrame: place * 3,
      transition: transitions[place] ?? null,
    })),
    texts: [
      { id: 't1', text: 'Über\nEck', fontSize: 24, startFrame: 6, endFrame: 36, animation },
      { id: 't2', text: 'two', fontSize: 24, startFrame: 33, endFrame: 52, centerY: 30, rotation: 20 }, // over the middle of a transition
    ],
    images: [
      {
        id: 'i',
        media: logo,
        startFrame: 20,
        endFrame: 100,
        width: 40,
        height: 30,
        centerX: 20,
        opacity: 0.5,
        rotation: 10,
      },
    ],
  });

  const cut = trial.request(timeline, { outputPath: join(trial.directory, 'cut.mp4') });
  const report = await trial.export(timeline, cut);
  expect(report.segments).toBeGreaterThan(8);

  const signal = new AbortController().signal;
  const scratch = join(trial.directory, 'whole');
  mkdirSync(scratch);
  const sources = await findSources({ timeline, resolve: trial.resolve }, { ffmpeg: trial.ffmpeg.path, signal });
  const plan = planFilm(timeline);
  const rasters = overlayRasters(scratch, { ...SIZE, framing: 'crop' }, sources, signal);
  const overlays = (await Promise.all(plan.overlays.map((placed) => rasters.overlay(placed)))).filter(
    (one): one is DrawnOverlay => one !== null,
  );
  const encoding = {
    ...SIZE,
    fps: timeline.fps,
    framing: 'crop' as const,
    preset: 'ultrafast',
    crf: 20,
    lossless: true,
  };
  const files = {
    source: (clip: (typeof timeline.clips)[number]) => sources.get(clip.media),
    path: (source: { path: string }) => source.path,
    overlays,
    heads: new Map(),
  };
  const args = runArguments(plan.segments as unknown as Run, encoding, files, 'unused').slice(0, -9);
  await runFfmpeg({
    ffmpeg: trial.ffmpeg.path,
    args: [...args, join(scratch, 'whole.mp4')],
    doing: 'encoding in one piece',
    stalledAfterMs: 8000, // so small a film takes two seconds: what takes longer stands still
  });

  const [pieces, whole] = [framesOf(cut.outputPath), framesOf(join(scratch, 'whole.mp4'))];
  expect(pieces).toHaveLength(report.frameCount);
  expect(pieces.flatMap((sum, frame) => (sum !== whole[frame] ? [frame] : []))).toEqual([]);

  // And with every second piece encoded again alone, as after an edit.
  const lone = trial.request(timeline, {
    outputPath: join(trial.directory, 'lone.mp4'),
    cacheDirectory: join(trial.directory, 'lone'),
  });
  await trial.export({ ...timeline, texts: [] }, lone);
  await trial.export(timeline, lone);
  expect(framesOf(lone.outputPath).filter((sum, frame) => sum !== whole[frame])).toEqual([]);
}, 300_000); // its one graph of eight inputs is where FFmpeg 7.0 was seen to lock up; it is done again then

test('sources of other sizes, turned, of other pixel shapes and odd are cut to the middle and fill the frame', async () => {
  // Left half red, right half blue, with a green bar along the top.
  const halves = (size: string) => [
    '-f',
    'lavfi',
    '-i',
    `color=red:s=${size}:r=30:d=0.2,drawbox=x=iw/2:w=iw/2:h=ih:color=blue:t=fill,drawbox=h=ih/4:w=iw:color=green:t=fill`,
  ];
  const lossless = ['-c:v', 'libx264', '-qp', '0', '-pix_fmt', 'yuv444p'];
  await trial.make('lying.mp4', 'video', [...halves('96x128'), '-vf', 'transpose=clock', ...lossless]);
  const lying = ['-display_rotation', '90', '-i', join(trial.directory, 'lying.mp4')];
  const turned = await trial.make('turned.mp4', 'video', [...lying, '-c', 'copy']);
  expect((await trial.resolve(turned)).facts).toMatchObject({ width: 96, height: 128, rotation: 270 });
  const clips = [
    await trial.make('wide.mp4', 'video', [...halves('320x90'), ...lossless]),
    await trial.make('odd.mkv', 'video', [...halves('101x77'), '-c:v', 'ffv1']),
    await trial.make('squeezed.mp4', 'video', [...halves('48x128'), '-vf', 'setsar=2', ...lossless]),
    turned,
  ];
  const timeline = aFilm({
    clips: clips.map((media, place) => ({
      id: `c${String(place)}`,
      media,
      startFrame: place * 5,
      endFrame: place * 5 + 5,
    })),
  });
  const report = await trial.export(timeline);
  expect(report.frameCount).toBe(20);
  for (const frame of [2, 7, 12, 17]) {
    const rgb = rgbOf(trial.outputPath, frame);
    const at = (x: number, y: number): readonly number[] => [
      ...rgb.subarray((y * SIZE.width + x) * 3, (y * SIZE.width + x) * 3 + 3),
    ];
    expect(strongest(at(24, 100)), `left of frame ${String(frame)}: ${at(24, 100).join()}`).toBe('red');
    expect(strongest(at(72, 100)), `right of frame ${String(frame)}: ${at(72, 100).join()}`).toBe('blue');
    expect(strongest(at(48, 4)), `top of frame ${String(frame)}: ${at(48, 4).join()}`).toBe('green');
  }
});

test('an untagged SD source keeps its colours in a BT.709 film', async () => {
  const sd = await trial.make('sd.mp4', 'video', [
    '-f',
    'lavfi',
    '-i',
    `color=0x20c040:s=${String(SIZE.width)}x${String(SIZE.height)}:r=30:d=0.2`,
    '-c:v',
    'libx264',
    '-qp',
    '0',
    '-pix_fmt',
    'yuv420p',
  ]);
  await trial.export(aFilm({ clips: [{ id: 'a', media: sd, startFrame: 0, endFrame: 5 }] }));
  const [red = 0, green = 0, blue = 0] = rgbOf(trial.outputPath, 2);
  for (const [value, wanted] of [
    [red, 0x20],
    [green, 0xc0],
    [blue, 0x40],
  ] as const)
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(4);
});

test('a picture as a clip fills the frame for as long as it is asked to', async () => {
  const photo = await trial.make('photo.jpg', 'image', [
    '-f',
    'lavfi',
    '-i',
    'color=0x3060c0:s=300x200',
    '-frames:v',
    '1',
    '-q:v',
    '2',
  ]);
  const clips = [{ id: 'a', media: photo, startFrame: 0, endFrame: 12 }];
  const report = await trial.export(aFilm({ clips }));
  expect([report.frameCount, report.notes]).toEqual([12, []]);
  const [red = 0, green = 0, blue = 0] = rgbOf(trial.outputPath, 11);
  for (const [value, wanted] of [
    [red, 0x30],
    [green, 0x60],
    [blue, 0xc0],
  ] as const)
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(4);
});

test('words, boxes and pictures over the picture keep their colours', async () => {
  const grey = ['-f', 'lavfi', '-i', `color=0x808080:s=${String(SIZE.width)}x${String(SIZE.height)}:r=30:d=0.2`];
  const tagged = [
    '-vf',
    'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv',
  ];
  const clip = await trial.make('grey.mp4', 'video', [...grey, ...tagged, '-c:v', 'libx264', '-qp', '0']);
  const logo = await trial.make('green.png', 'image', [
    '-f',
    'lavfi',
    '-i',
    'color=0x20c040:s=40x40',
    '-frames:v',
    '1',
  ]);
  const box = { color: '#c02040', opacity: 1, paddingX: 20, paddingY: 4 };
  await trial.export(
    aFilm({
      clips: [{ id: 'a', media: clip, startFrame: 0, endFrame: 5 }],
      texts: [{ id: 't', text: '.', fontSize: 16, startFrame: 0, endFrame: 5, centerY: -40, background: box }],
      images: [{ id: 'i', media: logo, startFrame: 0, endFrame: 5, width: 40, height: 40, centerY: 30 }],
    }),
  );
  const rgb = rgbOf(trial.outputPath, 2);
  const at = (x: number, y: number): readonly number[] => [
    ...rgb.subarray((y * SIZE.width + x) * 3, (y * SIZE.width + x) * 3 + 3),
  ];
  expect(farthest(at(34, 24), [0xc0, 0x20, 0x40]), `box ${at(34, 24).join()}`).toBeLessThanOrEqual(4);
  expect(farthest(at(48, 94), [0x20, 0xc0, 0x40]), `picture ${at(48, 94).join()}`).toBeLessThanOrEqual(4);
  expect(farthest(at(10, 60), [0x80, 0x80, 0x80]), `ground ${at(10, 60).join()}`).toBeLessThanOrEqual(4);
});

function farthest(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, place) => Math.abs(value - (other[place] ?? 0))));
}

function strongest([red = 0, green = 0, blue = 0]: readonly number[]): string {
  if (red > 2 * blue && red > green) return 'red';
  return blue > 2 * red && blue > green ? 'blue' : 'green';
}
