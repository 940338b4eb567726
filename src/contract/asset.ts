import { z } from 'zod';
import { idSchema } from './ids.ts';
import { ignored } from './ignored.ts';
import { Tags } from './tags.ts';

export const AssetType = z.enum(['image', 'video', 'audio', 'font']);
export type AssetType = z.infer<typeof AssetType>;

/** A file of the user's own, kept in a project. */
export const Asset = z.object({
  id: idSchema('asset'),
  projectId: idSchema('project'),
  name: z.string(),
  type: AssetType,
  filename: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Of its bytes, as an edit names them. */
  sha256: z.string(),
  width: z.int().optional(),
  height: z.int().optional(),
  /** Seconds. */
  duration: z.number().optional(),
  tags: z.array(z.string()).optional(),
  /** Where a still of a picture or video is. */
  thumbnail: z.string().optional(),
  description: z.string().optional(),
  createdAt: z.int(),
  updatedAt: z.int(),
  url: z.string(),
});
export type Asset = z.infer<typeof Asset>;

/** One place where an asset is used: chosen in the brief of a work, laid over its edit, or part of a template. */
export const AssetUse = z.object({
  assetId: idSchema('asset'),
  usedIn: z.enum(['brief', 'edit', 'template']),
  /** Of the work, or of the template. */
  id: z.string(),
  name: z.string(),
});
export type AssetUse = z.infer<typeof AssetUse>;

const MAX_FORM_TAGS = 20_000; // characters: fifty tags, each character escaped

const name = z.string().trim().min(1).max(200);
const description = z.string().max(4000);

/** What a form says beside a file: tags as the text of a JSON array, or as a field that comes more than once. */
export const AssetForm = z.strictObject({
  name: name.optional(),
  tags: z
    .union([z.string().max(MAX_FORM_TAGS), z.array(z.string().max(MAX_FORM_TAGS)).max(50)])
    .transform(tagsOfForm)
    .pipe(Tags)
    .optional(),
  description: description.optional(),
});

/** What of an asset may change: left out stays, null clears. What the server says of it is ignored. */
export const AssetChanges = z.strictObject({
  name: name.optional(),
  tags: Tags.nullish(),
  description: description.nullish(),
  id: z.string().max(200).optional(),
  projectId: z.string().max(200).optional(),
  ...ignored([
    'type',
    'filename',
    'mimeType',
    'size',
    'sha256',
    'width',
    'height',
    'duration',
    'thumbnail',
    'createdAt',
    'updatedAt',
    'url',
  ]),
});
export type AssetChanges = z.infer<typeof AssetChanges>;

/** What was said of an asset. */
export const AssetDescription = z.object({ assetId: idSchema('asset'), description: z.string() });

/** One of many that were to be described: what was said of it, or why nothing could be. */
export const DescribedAsset = z.object({
  assetId: z.string(),
  description: z.string().optional(),
  error: z.string().optional(),
  code: z.string().optional(),
});
export type DescribedAsset = z.infer<typeof DescribedAsset>;

/** `["a","b"]` is two tags, `a` is one, and nothing at all is none. */
function tagsOfForm(field: string | readonly string[], context: z.RefinementCtx): readonly unknown[] {
  if (typeof field !== 'string') return field;
  const text = field.trim();
  if (text === '') return [];
  if (!text.startsWith('[')) return [text];
  try {
    return JSON.parse(text) as unknown[];
  } catch {
    context.addIssue({ code: 'custom', message: 'expected a JSON array of texts' });
    return z.NEVER;
  }
}
