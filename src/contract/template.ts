import { z } from 'zod';
import { EditorImageOverlay, EditorTextOverlay, ExportSettings } from './editor-state.ts';
import { idSchema } from './ids.ts';

const timing = {
  timingMode: z.enum(['relative', 'absolute']),
  startPercent: z.number().min(0).max(100).optional(),
  endPercent: z.number().min(0).max(100).optional(),
  startSeconds: z.number().min(0).optional(),
  endSeconds: z.number().min(0).optional(),
};

/** Overlays to be used again; `{{key}}` in a text is a placeholder. */
export const TemplateContent = z.object({
  textOverlays: z.array(EditorTextOverlay.extend({ id: z.string(), ...timing })),
  imageOverlays: z.array(EditorImageOverlay.extend({ id: z.string(), ...timing })),
  defaultTransition: z.object({ type: z.string(), duration: z.number().min(0) }).optional(),
  exportSettings: ExportSettings.optional(),
  /** The frame the pixels were measured in; applied elsewhere they scale by the shorter side. */
  frameSize: z.object({ width: z.int(), height: z.int() }).optional(),
});
export type TemplateContent = z.infer<typeof TemplateContent>;

export const Template = z.object({
  id: idSchema('template'),
  projectId: idSchema('project'),
  name: z.string(),
  description: z.string().optional(),
  thumbnail: z.string().optional(),
  tags: z.array(z.string()).optional(),
  content: TemplateContent,
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Template = z.infer<typeof Template>;
