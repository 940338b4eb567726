import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edit } from '#contract/edit.ts';
import type { Timeline } from '#contract/timeline.ts';
import { addText } from '#domain/editing/add-free.ts';
import { addMarker, removeMarker } from '#domain/editing/markers.ts';
import { setLoudness } from '#domain/editing/set-loudness.ts';
import { setTransition } from '#domain/editing/set-transition.ts';
import { splitItem } from '#domain/editing/split-item.ts';
import { trimClip } from '#domain/editing/trim-clip.ts';
import { editorChangesOf } from '#domain/timeline/editor-changes.ts';
import { linesOf, makerOf } from '../../test/made-over-http.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
const { ask, aWork, aPicture } = makerOf(() => server);

beforeAll(async () => {
  server = await openTestServer(undefined, 'api');
});
afterAll(() => server[Symbol.asyncDispose]());

const text = {
  id: 'itm_text',
  text: 'İlk ışık',
  fontSize: 60,
  fontColor: '#ffffff',
  centerX: 0,
  centerY: -120,
  fontFamily: 'Instrument Sans',
  fontWeight: 600,
  align: 'center' as const,
  lineHeight: 1.2,
  letterSpacing: 0,
  rotation: 0,
  opacity: 1,
};

test('what is edited is saved as it is and opened as it was, frame by frame, and cleared where it was taken away', async () => {
  const work = await aWork();
  await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b', 'c') } });
  for (const sceneIndex of [0, 1, 2]) await aPicture(work.id, sceneIndex);
  const opened = (await ask('GET', `${work.path}/edit`)).json as Edit;
  const sceneIds = opened.scenes.map(({ sceneId }) => sceneId);
  const clipId = opened.timeline.clips[0]?.id ?? '';
  const commands: readonly ((timeline: Timeline) => Timeline)[] = [
    (timeline) => splitItem(timeline, { id: clipId, frame: 31, newId: 'itm_half' }),
    (timeline) => setTransition(timeline, { ids: ['itm_half'], type: 'dissolve', durationFrames: 7 }),
    (timeline) => trimClip(timeline, { id: clipId, edge: 'end', byFrames: -3, sourceFrames: null }),
    (timeline) => addText(timeline, { text, seen: { startFrame: 33, endFrame: 52 } }),
    (timeline) => addMarker(timeline, { id: 'itm_mark', frame: 40, label: 'here' }),
    (timeline) => setLoudness(timeline, { lufs: -14 }),
    (timeline) => setLoudness(timeline, { lufs: null }),
    (timeline) => removeMarker(timeline, { id: 'itm_mark' }),
  ];
  let { timeline } = opened;
  for (const command of commands) {
    timeline = command(timeline);
    const editorState = editorChangesOf(timeline, { sceneIds, urlOf: () => undefined });
    const saved = await ask('PUT', work.path, { body: { editorState } });
    expect(saved.status).toBe(200);
    const read = (await ask('GET', `${work.path}/edit`)).json as Edit;
    expect({ ...read.timeline, extra: {} }).toEqual({ ...timeline, extra: {} });
  }
});
