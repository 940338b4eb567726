import type { EditorState } from '#contract/editor-state.ts';
import { Problem } from '#contract/problems.ts';
import {
  AudioTrack,
  ImageOverlay,
  TextOverlay,
  TIMELINE_SCHEMA_VERSION,
  TimelineClip,
  type MediaRef,
  type Timeline,
} from '#contract/timeline.ts';
import { fpsFromNumber, secondsToFrames } from '../frames.ts';
import { checkEditorSize, type KnownKeys } from './check-editor-size.ts';
import { type EditorExtra, unknownKeys, withoutEmpty } from './editor-extra.ts';
import { transitionFromName } from './transition-names.ts';

/** What an editor state does not say: which bytes are meant. `null` where there are none (yet). */
export interface EditorContext {
  /** What is stored now: clips, pictures and tracks that keep their id keep their media. */
  readonly previous: Timeline | null;
  /** For a state without `exportSettings`. */
  readonly resolution: { readonly width: number; readonly height: number };
  /** The work's scenes in order. */
  readonly sceneIds: readonly string[];
  readonly mediaOfScene: (sceneIndex: number) => MediaRef | null;
  /** A take of just this scene. */
  readonly mediaOfTake: (takeId: string, sceneId: string) => MediaRef | null;
  /** A picture or video. */
  readonly mediaOfAsset: (assetId: string) => MediaRef | null;
  readonly soundOfAsset: (assetId: string) => MediaRef | null;
  readonly mediaOfAudio: (url: string) => MediaRef | null;
  /** The sound that was given to the work itself, as its music; a sound that names no asset is of it. */
  readonly ownSound: MediaRef | null;
}

type Action = NonNullable<EditorState['editorData']>['videoTrack'][number];
type Keys = Record<string, unknown>;

const ACTION_KEYS = ['id', 'start', 'end'];
const CLIP_KEYS = [...ACTION_KEYS, 'trimStart', 'volume', 'muted', 'takeId', 'assetId'];
const AUDIO_KEYS = [
  ...ACTION_KEYS,
  'kind',
  'assetId',
  'trimStart',
  'volume',
  'muted',
  'fadeInSeconds',
  'fadeOutSeconds',
  'duckDb',
  'toTheEnd',
];
const PLACED_KEYS = ['id', 'startFrame', 'endFrame', 'media', 'animation'];
const TEXT_KEYS = Object.keys(TextOverlay.shape).filter((key) => !PLACED_KEYS.includes(key));
const IMAGE_KEYS = Object.keys(ImageOverlay.shape).filter((key) => !PLACED_KEYS.includes(key));
const KNOWN_KEYS: KnownKeys = {
  action: [...CLIP_KEYS, ...AUDIO_KEYS, 'sceneIndex', 'trimEnd', 'transitionType', 'transitionDuration'],
  text: TEXT_KEYS,
  image: [...IMAGE_KEYS, 'assetId'],
};

/**
 * The timeline a documented editor state means. What has no media yet, and keys that are not ours, are kept in `extra` and come back.
 *
 * @throws Problem `invalid_input` for what cannot be meant: an end before its start, an unknown transition, two things of
 *   one name; and for more than can be kept (check-editor-size.ts).
 */
export function timelineFromEditorState(state: EditorState, context: EditorContext): Timeline {
  checkEditorSize(state, KNOWN_KEYS);
  const { previous } = context;
  const stored = {
    clips: byId(previous?.clips),
    images: byId(previous?.images),
    audio: byId(previous?.audio),
  };
  const settings = state.exportSettings;
  if (settings) checkSize(settings, previous);
  const fps = settings === undefined ? (previous?.fps ?? { num: 30, den: 1 }) : fpsFromNumber(settings.fps);
  const frames = (seconds: number): number => secondsToFrames(seconds, fps);
  const data = state.editorData;
  const extraOf = { actions: new Map<string, Keys>(), overlays: new Map<string, Keys>() };
  const unplaced = {
    videoTrack: [] as Action[],
    textTrack: [] as Action[],
    imageTrack: [] as Action[],
    audioTrack: [] as Action[],
  };
  const span = (action: Action) => {
    const startFrame = frames(action.start);
    return { id: action.id, startFrame, endFrame: Math.max(startFrame + 1, frames(action.end)) };
  };
  const animationOf = (value: unknown) => (value === undefined ? {} : { animation: animationInFrames(value, frames) });

  const clips = eachOnce(data?.videoTrack).flatMap((action) => {
    const sceneId = action.sceneIndex === undefined ? undefined : context.sceneIds[action.sceneIndex];
    const before = stored.clips.get(action.id);
    const same = before?.sceneId === sceneId ? before : undefined;
    const { transition, keys } = transitionOf(action, frames);
    const media = mediaOfClip(
      namedMedia(action, same?.media, sceneId, context) ?? same?.media,
      action.sceneIndex === undefined ? null : context.mediaOfScene(action.sceneIndex),
    );
    if (media === null) {
      unplaced.videoTrack.push(action);
      return [];
    }
    extraOf.actions.set(
      action.id,
      unknownKeys(action, [...CLIP_KEYS, ...keys, ...(sceneId === undefined ? [] : ['sceneIndex'])]),
    );
    return [
      parsed(TimelineClip, action.id, {
        ...span(action),
        ...(sceneId === undefined ? {} : { sceneId }),
        media,
        sourceStartFrame: frames(action.trimStart ?? 0),
        ...only(action, ['volume', 'muted']),
        transition,
      }),
    ];
  });

  const textOverlays = new Map(Object.entries(state.textOverlays ?? {}));
  const texts = eachOnce(data?.textTrack).flatMap((action) => {
    const overlay = textOverlays.get(action.id);
    if (overlay === undefined) {
      unplaced.textTrack.push(action);
      return [];
    }
    textOverlays.delete(action.id);
    extraOf.actions.set(action.id, unknownKeys(action, ACTION_KEYS));
    extraOf.overlays.set(action.id, unknownKeys(overlay, [...TEXT_KEYS, 'animation']));
    return [
      parsed(TextOverlay, action.id, {
        ...only(overlay, TEXT_KEYS),
        ...animationOf(overlay['animation']),
        ...span(action),
      }),
    ];
  });

  const imageOverlays = new Map(Object.entries(state.imageOverlays ?? {}));
  const images = eachOnce(data?.imageTrack).flatMap((action) => {
    const overlay = imageOverlays.get(action.id);
    const before = stored.images.get(action.id);
    const same = before && (before.media.assetId ?? '') === overlay?.assetId ? before : undefined;
    const media = overlay === undefined ? null : (same?.media ?? context.mediaOfAsset(overlay.assetId));
    if (overlay === undefined || media === null) {
      unplaced.imageTrack.push(action);
      return [];
    }
    imageOverlays.delete(action.id);
    extraOf.actions.set(action.id, unknownKeys(action, ACTION_KEYS));
    extraOf.overlays.set(action.id, unknownKeys(overlay, [...IMAGE_KEYS, 'assetId', 'animation']));
    return [
      parsed(ImageOverlay, action.id, {
        ...only(overlay, IMAGE_KEYS),
        media,
        ...animationOf(overlay['animation']),
        ...span(action),
      }),
    ];
  });

  const newMusic = typeof state.audioUrl === 'string' ? context.mediaOfAudio(state.audioUrl) : null;
  let hasMusic = false;
  const audio = eachOnce(data?.audioTrack).flatMap((action) => {
    const same = stored.audio.get(action.id);
    const kind = action['kind'] === 'voice' ? 'voice' : action['kind'] === 'music' ? 'music' : (same?.kind ?? 'music');
    const isMusic = !hasMusic && kind === 'music';
    const named =
      action.assetId === undefined || action.assetId === same?.media.assetId
        ? null
        : context.soundOfAsset(action.assetId);
    const isTakenOut = isMusic && state.audioUrl === null;
    const kept = same?.media ?? (action.assetId === undefined ? context.ownSound : null); // a piece that was split off
    const media = isTakenOut ? null : (named ?? (isMusic ? newMusic : null) ?? kept);
    if (media === null) {
      if (!isTakenOut) unplaced.audioTrack.push(action);
      return [];
    }
    if (isMusic) hasMusic = true;
    extraOf.actions.set(action.id, unknownKeys(action, AUDIO_KEYS));
    const { id, startFrame, endFrame } = span(action);
    return [
      parsed(AudioTrack, action.id, {
        id,
        kind,
        media,
        startFrame,
        ...(action['toTheEnd'] === true ? {} : { endFrame }),
        sourceStartFrame: frames(action.trimStart ?? 0),
        ...only(action, ['volume', 'muted', 'duckDb']),
        ...(isMusic && state.audioVolume !== undefined ? { volume: state.audioVolume } : {}),
        fadeInFrames: frames(numberOr(action['fadeInSeconds'], 0)),
        fadeOutFrames: frames(numberOr(action['fadeOutSeconds'], 0)),
      }),
    ];
  });
  if (!hasMusic && newMusic !== null) {
    audio.unshift(
      parsed(AudioTrack, 'the music', {
        id: 'audio_music',
        kind: 'music',
        media: newMusic,
        volume: state.audioVolume ?? 1,
      }),
    );
    hasMusic = true;
  }

  const editor: EditorExtra = withoutEmpty({
    root: unknownKeys(state, [
      'editorData',
      'textOverlays',
      'imageOverlays',
      'exportSettings',
      'loudnessLufs',
      ...(hasMusic ? ['audioVolume'] : []),
    ]),
    editorData: unknownKeys(data ?? {}, ['videoTrack', 'textTrack', 'imageTrack', 'audioTrack', 'markers']),
    exportSettings: unknownKeys(settings ?? {}, ['width', 'height', 'fps']),
    actions: recordOf(extraOf.actions),
    overlays: recordOf(extraOf.overlays),
    unplaced: withoutEmpty({
      ...unplaced,
      textOverlays: Object.fromEntries(textOverlays),
      imageOverlays: Object.fromEntries(imageOverlays),
    }),
  });
  const { editor: _replaced, ...otherExtra } = previous?.extra ?? {};
  return {
    schemaVersion: TIMELINE_SCHEMA_VERSION,
    fps,
    width: settings?.width ?? previous?.width ?? context.resolution.width,
    height: settings?.height ?? previous?.height ?? context.resolution.height,
    clips,
    texts,
    images,
    audio,
    loudnessLufs: state.loudnessLufs ?? null,
    ...(data?.markers === undefined || data.markers.length === 0
      ? {}
      : { markers: data.markers.map(({ id, time, label }) => ({ id, frame: frames(time), label: label ?? '' })) }),
    extra: { ...otherExtra, ...withoutEmpty({ editor }) },
  };
}

/** A film has even sides, or no player shows it; one that is stored with others can still be saved. */
function checkSize({ width, height }: Pick<Timeline, 'width' | 'height'>, previous: Timeline | null): void {
  const isStored = width === previous?.width && height === previous.height;
  if (isStored || (width % 2 === 0 && height % 2 === 0)) return;
  throw new Problem('invalid_input', {
    reason: `exportSettings: ${width} × ${height} is no size of a film, both have to be even`,
  });
}

function transitionOf(action: Action, frames: (seconds: number) => number) {
  if (action.transitionType === undefined) return { transition: null, keys: [] };
  const { type, known } = transitionFromName(action.transitionType);
  if (!known) throw new Problem('invalid_input', { reason: `there is no transition “${action.transitionType}”` });
  return {
    transition: { type, durationFrames: frames(action.transitionDuration ?? 0) },
    keys: ['transitionType', 'transitionDuration'],
  };
}

function animationInFrames(value: unknown, frames: (seconds: number) => number) {
  const keys = typeof value === 'object' && value !== null ? (value as Keys) : {};
  return {
    ...only(keys, ['in', 'out']),
    inFrames: frames(numberOr(keys['inSeconds'], 0)),
    outFrames: frames(numberOr(keys['outSeconds'], 0)),
    staggerFrames: frames(numberOr(keys['staggerSeconds'], 0)),
  };
}

/** What a clip says that it shows, where that is something else than what it showed. */
function namedMedia(
  { takeId, assetId }: Action,
  kept: MediaRef | undefined,
  sceneId: string | undefined,
  context: EditorContext,
): MediaRef | null {
  if (takeId !== undefined && takeId !== kept?.takeId && sceneId !== undefined) {
    return context.mediaOfTake(takeId, sceneId);
  }
  return assetId !== undefined && assetId !== kept?.assetId ? context.mediaOfAsset(assetId) : null;
}

/** A clip keeps its media, but a still of a scene only stands in until the scene has a clip. */
function mediaOfClip(kept: MediaRef | undefined, ofScene: MediaRef | null): MediaRef | null {
  if (kept?.kind === 'image' && ofScene?.kind === 'video') return ofScene;
  return kept ?? ofScene;
}

const byId = <T extends { readonly id: string }>(things: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** What is kept by name, without the names that have nothing. */
function recordOf(kept: ReadonlyMap<string, Keys>): Record<string, Keys> {
  return Object.fromEntries([...kept].filter(([, keys]) => Object.keys(keys).length > 0));
}

/** The actions of a track, each of its own name (what is stored beside them is kept by name) and ending after its start. */
function eachOnce(track: readonly Action[] | undefined): readonly Action[] {
  const names = new Set<string>();
  for (const { id, start, end } of track ?? []) {
    if (end < start) throw new Problem('invalid_input', { reason: `${id} ends before it begins` });
    if (names.has(id)) throw new Problem('invalid_input', { reason: `two things on one track are called ${id}` });
    names.add(id);
  }
  return track ?? [];
}

/** A schema of the contract, as far as it is used here. */
interface Schema<Value> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: Value }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

function parsed<Value>(schema: Schema<Value>, id: string, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Problem('invalid_input', {
    reason: `${id}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  });
}

function only(object: object, keys: readonly string[]): Keys {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => keys.includes(key) && value !== undefined));
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}
