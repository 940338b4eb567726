import { EditorState } from '#contract/editor-state.ts';
import { Problem } from '#contract/problems.ts';
import { Timeline } from '#contract/timeline.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateItems } from '../editing/duplicate-items.ts';
import { splitItem } from '../editing/split-item.ts';
import { editorChangesOf } from './editor-changes.ts';
import { editorStateOf } from './editor-state.ts';
import { timelineFromEditorState, type EditorContext } from './from-editor-state.ts';
import { timelineFromScenario } from './from-scenario.ts';
import { mergeEditorState } from './merge-editor-state.ts';

const sha = (digit: number) => String(digit).repeat(64);
const sceneIds = ['scn_0', 'scn_1', 'scn_2'];

function aContext(more: Partial<EditorContext> = {}): EditorContext {
  return {
    previous: null,
    resolution: { width: 1080, height: 1920 },
    sceneIds,
    mediaOfScene: (sceneIndex) => (sceneIndex < 2 ? { sha256: sha(sceneIndex), kind: 'video' } : null),
    mediaOfAsset: (assetId) => (assetId === 'asset_gone' ? null : { sha256: sha(7), kind: 'image', assetId }),
    mediaOfTake: (takeId, sceneId) =>
      takeId === `take_of_${sceneId}` ? { sha256: sha(5), kind: 'video', takeId } : null,
    soundOfAsset: (assetId) => ({ sha256: sha(8), kind: 'audio', assetId }),
    mediaOfAudio: () => ({ sha256: sha(9), kind: 'audio' }),
    ownSound: null,
    ...more,
  };
}

const documented = EditorState.parse({
  zoom: 1.5,
  editorData: {
    videoTrack: [
      {
        id: 'a',
        start: 0,
        end: 6,
        sceneIndex: 0,
        trimStart: 0.5,
        trimEnd: 1,
        transitionType: 'fade',
        transitionDuration: 0.5,
        colour: 'red',
      },
      { id: 'b', start: 6, end: 12, sceneIndex: 1 },
      { id: 'later', start: 12, end: 15, sceneIndex: 2 },
    ],
    textTrack: [{ id: 't', start: 7, end: 9, locked: true }],
    imageTrack: [
      { id: 'i', start: 1, end: 2 },
      { id: 'gone', start: 1, end: 2 },
    ],
    audioTrack: [{ id: 'm', start: 0, end: 12 }],
    lanes: 4,
  },
  textOverlays: {
    t: { text: "It's 100%: \\ 🌊", fontSize: 48, fontColor: 'white', centerX: 0, centerY: -300, note: 'mine' },
  },
  imageOverlays: {
    i: { assetId: 'asset_1', width: 200, height: 100, centerX: 10, centerY: 20, opacity: 0.5, rotation: 30 },
    gone: { assetId: 'asset_gone', width: 1, height: 1, centerX: 0, centerY: 0, opacity: 1, rotation: 0 },
  },
  audioUrl: '/api/audio',
  audioVolume: 0.8,
  exportSettings: { width: 1080, height: 1920, fps: 29.97, codec: 'h264' },
});

const many = <Value>(value: (id: string) => Value): Value[] =>
  Array.from({ length: 501 }, (_, place) => value(`n${place}`));
const aText = { text: 'x', fontSize: 20, fontColor: '#fff', centerX: 0, centerY: 0 };

describe('an editor state', () => {
  test('becomes a timeline of frames', () => {
    const timeline = timelineFromEditorState(documented, aContext());
    expect(Timeline.parse(timeline)).toEqual(timeline);
    expect(timeline).toMatchObject({ fps: { num: 30000, den: 1001 }, width: 1080, height: 1920 });
    expect(timeline.clips).toMatchObject([
      {
        id: 'a',
        sceneId: 'scn_0',
        startFrame: 0,
        endFrame: 180,
        sourceStartFrame: 15,
        transition: { type: 'fade', durationFrames: 15 },
      },
      { id: 'b', sceneId: 'scn_1', startFrame: 180, endFrame: 360, transition: null },
    ]);
    expect(timeline.texts).toMatchObject([
      { id: 't', startFrame: 210, endFrame: 270, fontColor: '#ffffff', centerY: -300 },
    ]);
    expect(timeline.images).toMatchObject([{ id: 'i', media: { assetId: 'asset_1' }, rotation: 30 }]);
    expect(timeline.audio).toMatchObject([{ id: 'm', kind: 'music', media: { sha256: sha(9) }, volume: 0.8 }]);
  });

  test('comes back with everything the client put into it', () => {
    const back = editorStateOf(timelineFromEditorState(documented, aContext()), sceneIds);
    const nearly = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_, part: unknown) =>
        typeof part === 'number' ? Math.round(part * 20) / 20 : part,
      );
    expect(nearly(back)).toMatchObject(nearly(documented) as object);
  });

  test('stays as it is, however often it is saved and read', () => {
    const first = timelineFromEditorState(documented, aContext());
    const state = editorStateOf(first, sceneIds);
    const second = timelineFromEditorState(state, aContext({ previous: first }));
    expect(second).toEqual(first);
    expect(editorStateOf(second, sceneIds)).toEqual(state);
  });

  test('finds the clip of a scene that had none before', () => {
    const before = timelineFromEditorState(documented, aContext());
    const after = timelineFromEditorState(
      editorStateOf(before, sceneIds),
      aContext({ previous: before, mediaOfScene: () => ({ sha256: sha(5), kind: 'video' }) }),
    );
    expect(after.clips.map(({ id, media }) => [id, media.sha256])).toEqual([
      ['a', sha(0)],
      ['b', sha(1)],
      ['later', sha(5)],
    ]);
  });

  test('shows a still of a scene only until the scene has a clip', () => {
    const still = { sha256: sha(3), kind: 'image' } as const;
    const before = timelineFromEditorState(documented, aContext({ mediaOfScene: () => still }));
    const after = timelineFromEditorState(editorStateOf(before, sceneIds), aContext({ previous: before }));
    expect(after.clips.map(({ id, media }) => [id, media.sha256])).toEqual([
      ['a', sha(0)],
      ['b', sha(1)],
      ['later', sha(3)],
    ]);
  });

  test.each([
    [
      'an end before its start where nothing is placed yet',
      { videoTrack: [{ id: 'a', start: 2, end: 1 }], textTrack: [{ id: 't', start: 2, end: 1 }] },
    ],
    [
      'an unknown transition where nothing is placed yet',
      { videoTrack: [{ id: 'a', start: 0, end: 1, transitionType: 'star spin' }], textTrack: [] },
    ],
    ['an end before its start', { videoTrack: [{ id: 'a', start: 2, end: 1, sceneIndex: 0 }], textTrack: [] }],
    [
      'an unknown transition',
      { videoTrack: [{ id: 'a', start: 0, end: 1, sceneIndex: 0, transitionType: 'star spin' }], textTrack: [] },
    ],
    [
      'two clips of one name',
      {
        videoTrack: [
          { id: 'a', start: 0, end: 1, sceneIndex: 0 },
          { id: 'a', start: 1, end: 2, sceneIndex: 0 },
        ],
        textTrack: [],
      },
    ],
    [
      'a volume that is no number',
      { videoTrack: [{ id: 'a', start: 0, end: 1, sceneIndex: 0, volume: 'loud' }], textTrack: [] },
    ],
  ])('with %s is refused', (_, editorData) => {
    expect(() => timelineFromEditorState(EditorState.parse({ editorData }), aContext())).toThrow(Problem);
  });

  test('of a size that no film has is refused, unless it is stored', () => {
    const odd = { ...documented, exportSettings: { width: 241, height: 427, fps: 30 } };
    expect(() => timelineFromEditorState(odd, aContext())).toThrow('even');
    const previous = { ...timelineFromEditorState(documented, aContext()), width: 241, height: 427 };
    expect(timelineFromEditorState(odd, aContext({ previous }))).toMatchObject({ width: 241, height: 427 });
  });

  test('without music takes it away when the url is null', () => {
    const before = timelineFromEditorState(documented, aContext());
    const { audioVolume: _volume, ...state } = editorStateOf(before, sceneIds);
    expect(timelineFromEditorState({ ...state, audioUrl: null }, aContext({ previous: before })).audio).toEqual([]);
  });

  test.each([
    [
      'things on one track',
      { editorData: { textTrack: [], videoTrack: many((id) => ({ id, start: 0, end: 1 })) } },
      /videoTrack: at most 500/,
    ],
    ['texts', { textOverlays: Object.fromEntries(many((id) => [id, aText] as const)) }, /textOverlays: at most 500/],
    ['values of a client’s own', { own: Array.from({ length: 20_001 }, () => 1) }, /more than 20000 values/],
    [
      'bytes of a client’s own',
      { exportSettings: { ...documented.exportSettings, own: 'x'.repeat(256_001) } },
      /256 kB/,
    ],
    [
      'bytes in a clip’s own keys',
      { editorData: { textTrack: [], videoTrack: [{ id: 'a', start: 0, end: 1, own: 'x'.repeat(256_001) }] } },
      /256 kB/,
    ],
    [
      'bytes in what a text has no place for',
      { textOverlays: { t: { ...aText, background: { color: '#fff', own: 'x'.repeat(256_001) } } } },
      /256 kB/,
    ],
  ])('of too many %s is refused', (_, state, reason) => {
    expect(() => timelineFromEditorState(state as EditorState, aContext())).toThrow(reason);
  });

  test('of any film written by a scenario reads back as the same timeline', () => {
    const film = fc.record({
      scenes: fc.array(
        fc.record({
          durationS: fc.double({ min: 0.5, max: 9, noNaN: true }),
          transition: fc.constantFrom('cut', 'fade', 'wipe', 'slideup'),
          textOverlay: fc.string({ maxLength: 60 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      fps: fc.constantFrom({ num: 30, den: 1 }, { num: 30000, den: 1001 }, { num: 25, den: 1 }, { num: 179, den: 6 }),
    });
    fc.assert(
      fc.property(film, ({ scenes, fps }) => {
        const timeline = timelineFromScenario({
          scenes: scenes.map((scene, place) => ({
            ...scene,
            id: `scn_${place}`,
            clip: { media: { sha256: sha(place), kind: 'video' }, frameCount: 900 },
          })),
          fps,
          width: 1920,
          height: 1080,
          music: { sha256: sha(9), kind: 'audio' },
        });
        const state = editorStateOf(timeline, sceneIds);
        expect(EditorState.parse(state)).toEqual(state);
        const again = timelineFromEditorState(
          EditorState.parse(JSON.parse(JSON.stringify(state))),
          aContext({ previous: timeline }),
        );
        expect(again).toEqual(timeline);
      }),
      { verbose: true },
    );
  });
});

test('a new clip shows the take it names, as long as that is one of its scene', () => {
  const clip = (takeId: string) => ({ id: 'new', start: 0, end: 2, sceneIndex: 1, takeId });
  const of = (takeId: string) =>
    timelineFromEditorState({ editorData: { videoTrack: [clip(takeId)], textTrack: [] } }, aContext()).clips[0]?.media;
  expect(of('take_of_scn_1')).toMatchObject({ sha256: sha(5), takeId: 'take_of_scn_1' });
  expect(of('take_of_scn_0')).toEqual({ sha256: sha(1), kind: 'video' });
});

test('a voice, a second music, markers and a loudness come in by the editor state and go out by it', () => {
  const state = {
    loudnessLufs: -14,
    audioUrl: '/music',
    editorData: {
      videoTrack: [{ id: 'a', start: 0, end: 6, sceneIndex: 0 }],
      textTrack: [],
      audioTrack: [
        { id: 'music', start: 0, end: 6, kind: 'music', duckDb: 9 },
        { id: 'voice', start: 2, end: 4, kind: 'voice', assetId: 'asset_voice' },
      ],
      markers: [{ id: 'mark', time: 3, label: 'the turn' }],
    },
  };
  const timeline = timelineFromEditorState(state, aContext());
  expect(timeline.audio.map(({ id, kind, media, duckDb }) => [id, kind, media.sha256, duckDb])).toEqual([
    ['music', 'music', sha(9), 9],
    ['voice', 'voice', sha(8), 0],
  ]);
  expect(timeline.markers).toEqual([{ id: 'mark', frame: 90, label: 'the turn' }]);
  expect(timeline.loudnessLufs).toBe(-14);
  const again = timelineFromEditorState(editorStateOf(timeline, sceneIds), aContext({ previous: timeline }));
  expect(again).toEqual(timeline);
});

describe('the sound of the work itself', () => {
  const ownSound = { sha256: sha(9), kind: 'audio' as const };
  const before = timelineFromEditorState(
    {
      audioUrl: '/music',
      editorData: {
        videoTrack: [{ id: 'a', start: 0, end: 6, sceneIndex: 0 }],
        textTrack: [],
        audioTrack: [{ id: 'music', start: 0, end: 6, kind: 'music' }],
      },
    },
    aContext({ ownSound }),
  );
  const sceneUrls = { sceneIds, urlOf: () => '/music' };
  const saved = (edit: Timeline, previous: Timeline): Timeline =>
    timelineFromEditorState(
      EditorState.parse(mergeEditorState(editorStateOf(previous, sceneIds), editorChangesOf(edit, sceneUrls), {})),
      aContext({ previous, ownSound }),
    );

  test.each([
    ['split', (edit: Timeline) => splitItem(edit, { id: 'music', frame: 40, newId: 'second' })],
    ['duplicated', (edit: Timeline) => duplicateItems(edit, { ids: ['music'], newIds: ['second'] })],
    [
      'a voice too',
      (edit: Timeline): Timeline => ({
        ...edit,
        audio: [...edit.audio, ...edit.audio.map((track) => ({ ...track, id: 'second', kind: 'voice' as const }))],
      }),
    ],
  ])('%s is all there after it was saved', (_, change) => {
    const edit = change(before);
    expect(edit.audio).toHaveLength(2);
    const after = saved(edit, before);
    expect(after.audio).toEqual(edit.audio);
    expect(after.extra).toEqual(before.extra);
  });

  test('taken out, saved and brought back is there', () => {
    const silent = saved({ ...before, audio: [] }, before);
    expect(silent.audio).toEqual([]);
    expect(saved(before, silent).audio).toEqual(before.audio);
  });

  test('gives way to an asset that the first music names, and stays where it is named by nothing else', () => {
    const state = editorStateOf(before, sceneIds);
    const [music] = state.editorData?.audioTrack ?? [];
    const first = { id: 'first', start: 0, end: 2, kind: 'music', assetId: 'asset_song' };
    const audioTrack = [first, { ...music, id: 'music', start: 2, end: 6 }];
    const { audio } = timelineFromEditorState(
      { ...state, editorData: { ...state.editorData, videoTrack: [], textTrack: [], audioTrack } },
      aContext({ previous: before, ownSound }),
    );
    expect(audio.map(({ id, media }) => [id, media.sha256])).toEqual([
      ['first', sha(8)],
      ['music', sha(9)],
    ]);
  });
});
