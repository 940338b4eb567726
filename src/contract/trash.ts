import { z } from 'zod';
import { idPrefixes, idSchema } from './ids.ts';

/** What can be put into the trash. */
export const TrashKind = z.enum(['project', 'work', 'scene', 'asset', 'template']);
export type TrashKind = z.infer<typeof TrashKind>;

const prefixes = TrashKind.options.map((kind) => idPrefixes[kind]).join('|');

/** The name of something in the trash: the id it had before, and has again when it is restored. */
export const TrashId = z
  .string()
  .regex(new RegExp(`^(${prefixes})_[0-9a-z]{1,40}$`), 'expected the id of something in the trash');

/** What was put into the trash. */
export const Trashed = z.object({
  trashId: TrashId,
  kind: TrashKind,
  /** Of a scene: the beginning of its picture's description. */
  name: z.string(),
  deletedAt: z.int(),
  /** From then on it is deleted for good. */
  purgeAt: z.int(),
});
export type Trashed = z.infer<typeof Trashed>;

/** Something in the trash, and where it was. */
export const TrashEntry = Trashed.extend({
  projectId: idSchema('project'),
  projectName: z.string(),
  workId: idSchema('work').nullable(),
  workName: z.string().nullable(),
  /** The 0-based place of a scene. */
  sceneIndex: z.int().nullable(),
  /** Where a picture of it is read; null where it shows none. */
  poster: z.string().nullable(),
  /** What is in the trash itself and holds it: that has to be restored first. */
  inside: z.object({ trashId: TrashId, kind: TrashKind, name: z.string() }).nullable(),
});
export type TrashEntry = z.infer<typeof TrashEntry>;

/** Where a thing is again that was taken out of the trash. */
export const Restored = TrashEntry.pick({
  kind: true,
  name: true,
  projectId: true,
  workId: true,
  sceneIndex: true,
}).extend({ id: TrashId });
export type Restored = z.infer<typeof Restored>;
