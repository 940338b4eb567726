import { type EditorState, MAX_ON_TRACK } from '#contract/editor-state.ts';
import { Problem } from '#contract/problems.ts';

const MAX_OWN_VALUES = 20_000;
const MAX_OWN_CHARACTERS = 256_000; // of JSON

/** The keys that mean something here, of each kind of thing. */
export interface KnownKeys {
  readonly action: readonly string[];
  readonly text: readonly string[];
  readonly image: readonly string[];
}

/**
 * Makes sure that an edit holds no more than is read, kept and drawn in a moment: of what is shown, and of the keys a
 * client keeps of its own, which come back with every answer.
 *
 * @throws Problem `invalid_input` with what there is too much of
 */
export function checkEditorSize(state: EditorState, known: KnownKeys): void {
  const { editorData = {}, textOverlays = {}, imageOverlays = {}, exportSettings = {}, ...root } = state;
  const {
    videoTrack = [],
    textTrack = [],
    imageTrack = [],
    audioTrack = [],
    ...data
  } = editorData as Partial<NonNullable<EditorState['editorData']>>;
  const counted = { videoTrack, textTrack, imageTrack, audioTrack };
  for (const [name, things] of Object.entries({ ...counted, textOverlays, imageOverlays })) {
    if (Object.keys(things).length > MAX_ON_TRACK) refuse(`${name}: at most ${MAX_ON_TRACK} things`);
  }
  const own = [
    root,
    data,
    ownOf(exportSettings, ['width', 'height', 'fps']),
    ...Object.values(counted).flatMap((track) => track.map((action) => ownOf(action, known.action))),
    ...Object.values(textOverlays).map((overlay) => ownOf(overlay, known.text)),
    ...Object.values(imageOverlays).map((overlay) => ownOf(overlay, known.image)),
  ].filter((keys) => Object.keys(keys).length > 0);
  if (countValues(own) > MAX_OWN_VALUES) refuse(`its keys of your own hold more than ${MAX_OWN_VALUES} values`);
  if (JSON.stringify(own).length > MAX_OWN_CHARACTERS) refuse('its keys of your own hold more than 256 kB');
}

/** What is not ours, and what is ours in name but holds more than one value. */
function ownOf(thing: object, known: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([key, value]) => value !== undefined && (typeof value === 'object' || !known.includes(key)),
    ),
  );
}

function countValues(value: unknown): number {
  let count = 0;
  const left = [value];
  for (let item = left.pop(); item !== undefined; item = left.pop()) {
    count++;
    if (typeof item === 'object' && item !== null) for (const inner of Object.values(item)) left.push(inner ?? null);
  }
  return count;
}

function refuse(reason: string): never {
  throw new Problem('invalid_input', { reason });
}
