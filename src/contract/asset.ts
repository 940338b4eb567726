import { z } from 'zod';
import { idSchema } from './ids.ts';

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
  size: z.int(),
  width: z.int().optional(),
  height: z.int().optional(),
  duration: z.number().optional(),
  tags: z.array(z.string()).optional(),
  thumbnail: z.string().optional(),
  description: z.string().optional(),
  createdAt: z.int(),
  updatedAt: z.int(),
  url: z.string(),
});
export type Asset = z.infer<typeof Asset>;
