import { z } from 'zod';
import { Colour } from './colour.ts';

/*
 * The documented wire form of an edit, in seconds. The stored form is `timeline.ts`; this is a view of it.
 * Unknown keys are kept: clients put their own beside ours.
 */

const seconds = z.number().min(0).max(36_000);

const Action = z.looseObject({
  id: z.string().max(200),
  start: seconds,
  end: seconds,
  sceneIndex: z.int().min(0).optional(),
  trimStart: seconds.optional(),
  trimEnd: seconds.optional(),
  transitionType: z.string().max(40).optional(),
  transitionDuration: seconds.optional(),
  /** Ours: which take of its scene a clip shows; without it a new clip shows what the scene shows. */
  takeId: z.string().max(200).optional(),
  /** Ours: the asset a clip or a sound is made of. */
  assetId: z.string().max(200).optional(),
});

const inColour = z.looseObject({ color: Colour }).optional();

/** Where `centerX/centerY` are pixels from the middle of the frame at export resolution. */
export const EditorTextOverlay = z.looseObject({
  text: z.string().max(2000),
  fontSize: z.number().positive().max(2000),
  fontColor: Colour,
  centerX: z.number(),
  centerY: z.number(),
  fontFamily: z.string().max(200).optional(),
  background: inColour,
  stroke: inColour,
  shadow: inColour,
  rule: inColour,
});

export const EditorImageOverlay = z.looseObject({
  assetId: z.string().max(200),
  width: z.number().positive(),
  height: z.number().positive(),
  centerX: z.number(),
  centerY: z.number(),
  opacity: z.number().min(0).max(1),
  rotation: z.number(),
  maintainAspectRatio: z.boolean().optional(),
});

export const ExportSettings = z.looseObject({
  width: z.int().min(16).max(7680),
  height: z.int().min(16).max(7680),
  fps: z.number().min(1).max(240),
});

/** Things on one track at most, and overlays of one kind: far more than a film shows, and quick to read and to draw. */
export const MAX_ON_TRACK = 500;

const overlaysOf = <Overlay extends z.ZodObject>(overlay: Overlay) =>
  z.record(z.string().max(200), overlay).refine((overlays) => Object.keys(overlays).length <= MAX_ON_TRACK, {
    message: `at most ${MAX_ON_TRACK} overlays`,
  });

const track = z.array(Action).max(MAX_ON_TRACK);
const textOverlays = overlaysOf(EditorTextOverlay);
const imageOverlays = overlaysOf(EditorImageOverlay);
const audioUrl = z.string().max(2000);
const audioVolume = z.number().min(0).max(4);
/** Ours: integrated loudness the export reaches, in LUFS; absent: levels are left alone. */
const loudnessLufs = z.number().min(-70).max(0);
/** Ours: moments to come back to. */
const markers = z
  .array(z.looseObject({ id: z.string().min(1).max(200), time: seconds, label: z.string().max(200).optional() }))
  .max(MAX_ON_TRACK);

export const EditorState = z.looseObject({
  editorData: z
    .looseObject({
      videoTrack: track,
      textTrack: track,
      imageTrack: track.optional(),
      audioTrack: track.optional(),
      markers: markers.optional(),
      /** Ours: every clip was taken out by hand, so that no first edit of the scenes takes their place. */
      isEmptied: z.boolean().optional(),
    })
    .optional(),
  textOverlays: textOverlays.optional(),
  imageOverlays: imageOverlays.optional(),
  audioUrl: audioUrl.nullable().optional(),
  audioVolume: audioVolume.optional(),
  loudnessLufs: loudnessLufs.nullable().optional(),
  exportSettings: ExportSettings.optional(),
});
export type EditorState = z.infer<typeof EditorState>;

/** What of an edit is to change, key by key and in `editorData` track by track: what is left out stays, null clears. */
export const EditorChanges = z.looseObject({
  editorData: z
    .looseObject({
      videoTrack: track.nullish(),
      textTrack: track.nullish(),
      imageTrack: track.nullish(),
      audioTrack: track.nullish(),
      markers: markers.nullish(),
      isEmptied: z.boolean().nullish(),
    })
    .nullish(),
  textOverlays: textOverlays.nullish(),
  imageOverlays: imageOverlays.nullish(),
  audioUrl: audioUrl.nullish(),
  audioVolume: audioVolume.nullish(),
  loudnessLufs: loudnessLufs.nullish(),
  exportSettings: ExportSettings.nullish(),
});
export type EditorChanges = z.infer<typeof EditorChanges>;
