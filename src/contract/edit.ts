import { z } from 'zod';
import { idSchema } from './ids.ts';
import { MediaRef, Timeline } from './timeline.ts';

/** A file that the edit is made of, or may be: where it and what is derived of it are read. */
export const EditSource = z.object({
  sha256: z.string(),
  kind: z.enum(['video', 'image', 'audio']),
  /** What it is called on the screen; null for the take of a scene, which is called as its scene. */
  name: z.string().nullable(),
  /** The file itself. */
  url: z.string(),
  /** A light copy of a video, 540 px on its short side; null for what is no video. */
  proxyUrl: z.string().nullable(),
  posterUrl: z.string().nullable(),
  filmstripUrl: z.string().nullable(),
  peaksUrl: z.string().nullable(),
  /** As shown, after rotation and pixel aspect. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Of the file itself. */
  fps: z.object({ num: z.int(), den: z.int() }).nullable(),
  /** How many frames of the timeline's rate it lasts; null for a picture, or where it is not known. */
  frames: z.int().nullable(),
  durationS: z.number().nullable(),
  hasAudio: z.boolean(),
  /** It is not there any more: an export would refuse. */
  isMissing: z.boolean(),
});
export type EditSource = z.infer<typeof EditSource>;

/** What a scene shows now, to be laid into the edit. */
export const EditScene = z.object({
  sceneId: idSchema('scene'),
  /** 0-based. */
  sceneIndex: z.int(),
  imagePrompt: z.string(),
  /** As the script plans it, in frames of the timeline's rate. */
  plannedFrames: z.int(),
  transition: z.string(),
  textOverlay: z.string().nullable(),
  /** The picked clip, else the picked picture; null where it has neither. */
  media: MediaRef.nullable(),
  /** How manieth take of its scene that is, from 1. */
  takeNumber: z.int().nullable(),
});
export type EditScene = z.infer<typeof EditScene>;

/** The edit of a work as the editor opens it. It is written by `editorState` of the work. */
export const Edit = z.object({
  timeline: Timeline,
  /** False for a first edit that was made of the scenes and never saved. */
  isSaved: z.boolean(),
  /** Of the work; what `If-Match` takes. */
  revision: z.int(),
  /** Everything the timeline and the scenes name, by content hash. */
  sources: z.record(z.string(), EditSource),
  scenes: z.array(EditScene),
});
export type Edit = z.infer<typeof Edit>;
