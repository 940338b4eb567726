import type { Timeline } from '#contract/timeline.ts';

type Keys = Readonly<Record<string, unknown>>;

/** What a client keeps in its editor state that a timeline has no place for; handed back as it came. By id where it belongs to one thing. */
export interface EditorExtra {
  readonly root?: Keys;
  readonly editorData?: Keys;
  readonly exportSettings?: Keys;
  readonly actions?: Readonly<Record<string, Keys>>;
  readonly overlays?: Readonly<Record<string, Keys>>;
  /** Actions and overlays whose media or partner is not there (yet). */
  readonly unplaced?: {
    readonly videoTrack?: readonly Keys[];
    readonly textTrack?: readonly Keys[];
    readonly imageTrack?: readonly Keys[];
    readonly audioTrack?: readonly Keys[];
    readonly textOverlays?: Readonly<Record<string, Keys>>;
    readonly imageOverlays?: Readonly<Record<string, Keys>>;
  };
}

/** The client's own keys stored beside a timeline. */
export function editorExtraOf(timeline: Pick<Timeline, 'extra'>): EditorExtra {
  const stored = timeline.extra['editor'];
  return typeof stored === 'object' && stored !== null ? stored : {};
}

/** The keys of an object that are not among the known ones. */
export function unknownKeys(object: object, known: readonly string[]): Keys {
  return Object.fromEntries(
    Object.entries(object).filter(([key, value]) => !known.includes(key) && value !== undefined),
  );
}

/** The same record without empty members, so that nothing is stored where there is nothing to store. */
export function withoutEmpty<T extends object>(record: T): Partial<T> {
  const kept = Object.entries(record).filter(
    ([, value]) =>
      value !== undefined && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
  );
  return Object.fromEntries(kept) as Partial<T>;
}
