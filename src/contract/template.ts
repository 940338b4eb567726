import { z } from 'zod';
import { Colour } from './colour.ts';
import { idSchema } from './ids.ts';
import { ignored } from './ignored.ts';
import { Tags } from './tags.ts';

/*
 * Overlays to be used again. The pixels are those of `frameSize`, centres are measured from the middle of the frame.
 */

const MOST_OVERLAYS = 100;

const pixels = z.number().min(-20_000).max(20_000);
const length = z.number().min(0).max(4000);
const edge = z.number().min(0).max(500);
const blur = z.number().min(0).max(200); // a wider one is seen as none, and takes minutes to draw
const side = z.number().positive().max(20_000);
const percent = z.number().min(0).max(100);
const seconds = z.number().min(0).max(36_000);
const share = z.number().min(0).max(1);
const degrees = z.number().min(-36_000).max(36_000);

const timing = {
  timingMode: z.enum(['relative', 'absolute']),
  /** Of the film's length; with `relative`. Left out: from its start, to its end. */
  startPercent: percent.optional(),
  endPercent: percent.optional(),
  /** With `absolute`; clamped to the film's length. */
  startSeconds: seconds.optional(),
  endSeconds: seconds.optional(),
};

const animation = z
  .strictObject({
    in: z.enum(['none', 'fade', 'rise']).optional(),
    out: z.enum(['none', 'fade']).optional(),
    inSeconds: seconds.optional(),
    outSeconds: seconds.optional(),
    staggerSeconds: seconds.optional(),
  })
  .optional();

const TemplateText = z.strictObject({
  id: z.string().min(1).max(200),
  text: z.string().max(2000),
  fontSize: z.number().min(1).max(2000),
  fontColor: Colour,
  centerX: pixels,
  centerY: pixels,
  /** `top-left`: centerX and centerY say where that corner of the box is before it is turned, and not its centre. */
  anchor: z.literal('top-left').optional(),
  maxWidth: side.optional(),
  fontFamily: z.string().max(200).optional(),
  fontAssetId: z.string().min(1).max(200).optional(),
  fontWeight: z.int().min(100).max(900).optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  lineHeight: z.number().min(0.5).max(4).optional(),
  letterSpacing: z.number().min(-0.5).max(2).optional(),
  rotation: degrees.optional(),
  opacity: share.optional(),
  background: z
    .strictObject({
      color: Colour,
      opacity: share.optional(),
      paddingX: edge.optional(),
      paddingY: edge.optional(),
      radius: length.optional(),
      feather: share.optional(),
    })
    .optional(),
  stroke: z.strictObject({ color: Colour, width: edge }).optional(),
  shadow: z.strictObject({ color: Colour, opacity: share, blur, x: pixels, y: pixels }).optional(),
  rule: z.strictObject({ color: Colour, width: length, height: length, gap: length }).optional(),
  animation,
  ...timing,
});

const TemplateImage = z.strictObject({
  id: z.string().min(1).max(200),
  assetId: z.string().min(1).max(200),
  width: side,
  height: side,
  centerX: pixels,
  centerY: pixels,
  opacity: share,
  rotation: degrees,
  maintainAspectRatio: z.boolean().optional(),
  animation,
  ...timing,
});

export type TemplateText = z.infer<typeof TemplateText>;
export type TemplateImage = z.infer<typeof TemplateImage>;
/** When an overlay of a template is seen. */
export type TemplateTiming = Pick<TemplateText, keyof typeof timing>;

const endsAfterItBegins = (overlay: TemplateTiming): boolean =>
  overlay.timingMode === 'relative'
    ? (overlay.endPercent ?? 100) > (overlay.startPercent ?? 0)
    : overlay.endSeconds === undefined || overlay.endSeconds > (overlay.startSeconds ?? 0);
const anEnd = { message: 'it ends before it begins' };

const eachItsOwnName = (overlays: readonly { readonly id: string }[]): boolean =>
  new Set(overlays.map(({ id }) => id)).size === overlays.length;
const anId = { message: 'two overlays have the same id' };

const size = z.int().min(16).max(7680);

/** What a template puts over a film; `{{key}}` in a text is a placeholder. */
export const TemplateContent = z.strictObject({
  textOverlays: z.array(TemplateText.refine(endsAfterItBegins, anEnd)).max(MOST_OVERLAYS).refine(eachItsOwnName, anId),
  imageOverlays: z
    .array(TemplateImage.refine(endsAfterItBegins, anEnd))
    .max(MOST_OVERLAYS)
    .refine(eachItsOwnName, anId),
  /** For clips that have no transition of their own; seconds. */
  defaultTransition: z.strictObject({ type: z.string().max(40), duration: z.number().min(0).max(60) }).optional(),
  exportSettings: z.strictObject({ width: size, height: size, fps: z.number().min(1).max(240) }).optional(),
  /** The frame the pixels were measured in, said when it is stored; applied elsewhere they scale by the shorter side. */
  frameSize: z.strictObject({ width: size, height: size }).optional(),
});
export type TemplateContent = z.infer<typeof TemplateContent>;

const name = z.string().trim().min(1).max(200);
const description = z.string().max(4000);

/** A template whole. */
export const Template = z.object({
  id: idSchema('template'),
  projectId: idSchema('project'),
  name: z.string(),
  description: z.string().optional(),
  /** Where its picture is; absent where it has no overlay to draw. */
  thumbnail: z.string().optional(),
  tags: z.array(z.string()).optional(),
  content: TemplateContent,
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Template = z.infer<typeof Template>;

/** One line of a list of templates. */
export const TemplateSummary = Template.omit({ projectId: true, content: true }).extend({
  textOverlayCount: z.int(),
  imageOverlayCount: z.int(),
  hasExportSettings: z.boolean(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

/** What a new template is made of. */
export const TemplateFields = z.strictObject({
  name,
  description: description.nullish(),
  tags: Tags.nullish(),
  content: TemplateContent,
});
export type TemplateFields = z.infer<typeof TemplateFields>;

/** What of a template may change: left out stays, null clears. What the server says of it is ignored. */
export const TemplateChanges = z.strictObject({
  name: name.optional(),
  description: description.nullish(),
  tags: Tags.nullish(),
  content: TemplateContent.optional(),
  id: z.string().max(200).optional(),
  projectId: z.string().max(200).optional(),
  ...ignored(['thumbnail', 'createdAt', 'updatedAt']),
});
export type TemplateChanges = z.infer<typeof TemplateChanges>;

/** What the `{{key}}` of a template stand for. */
export const PlaceholderValues = z
  .record(z.string().min(1).max(100), z.string().max(2000))
  .refine((values) => Object.keys(values).length <= 100, { message: 'at most 100 placeholders' });
export type PlaceholderValues = z.infer<typeof PlaceholderValues>;

const Action = z.object({ id: z.string(), start: z.number(), end: z.number() });

/** A template laid out in time, in the form of an editor state; nothing is saved. */
export const AppliedTemplate = z.object({
  textOverlays: z.record(z.string(), z.looseObject({ text: z.string() })),
  textTrackActions: z.array(Action),
  imageOverlays: z.record(z.string(), z.looseObject({ assetId: z.string() })),
  imageTrackActions: z.array(Action),
  exportSettings: TemplateContent.shape.exportSettings,
  /** What it names that is not among the project's files: a picture is left out, for a font the family stands in. */
  missingAssetIds: z.array(z.string()),
});
