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
});

const inColour = z.looseObject({ color: Colour }).optional();

/** Where `centerX/centerY` are pixels from the middle of the frame at export resolution. */
export const EditorTextOverlay = z.looseObject({
  text: z.string().max(2000),
  fontSize: z.number().positive().max(2000),
  fontColor: Colour,
  centerX: z.number(),
  centerY: z.number(),
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

export const EditorState = z.looseObject({
  editorData: z
    .looseObject({
      videoTrack: z.array(Action),
      textTrack: z.array(Action),
      imageTrack: z.array(Action).optional(),
      audioTrack: z.array(Action).optional(),
    })
    .optional(),
  textOverlays: z.record(z.string(), EditorTextOverlay).optional(),
  imageOverlays: z.record(z.string(), EditorImageOverlay).optional(),
  audioUrl: z.string().nullable().optional(),
  audioVolume: z.number().min(0).max(4).optional(),
  exportSettings: ExportSettings.optional(),
});
export type EditorState = z.infer<typeof EditorState>;
