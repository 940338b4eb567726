import { z } from 'zod';
import { idSchema } from '../ids.ts';

/*
 * What many declarations are made of: paths to things, lists in pages, answers in JSON.
 */

export const inProject = z.object({ projectId: idSchema('project') });
export const inWork = inProject.extend({ workId: idSchema('work') });
export const inScene = inWork.extend({
  sceneIndex: z
    .string()
    .regex(/^\d{1,3}$/, 'expected a place from 0 to 999')
    .transform(Number),
});
export const inTake = inScene.extend({ takeId: idSchema('take') });
export const inAsset = inProject.extend({ assetId: idSchema('asset') });
export const inTemplate = inProject.extend({ templateId: idSchema('template') });

/** A job that was started. */
export const jobStarted = z.object({ jobId: idSchema('job') });

/** JSON with a status and a shape. */
export const json = <S extends z.ZodType, N extends 200 | 201 | 202 = 200>(schema: S, status = 200 as N) =>
  ({ kind: 'json', status, schema }) as const;

/**
 * A page of a list: without either it is the full list, as documented. The cursor of the next page is in the answer's
 * `Link` header (`rel="next"`) and in `X-Next-Cursor`.
 */
export const page = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'expected 1 to 1000')
    .transform(Number)
    .pipe(z.int().min(1).max(1000))
    .optional(),
  cursor: z.string().min(1).max(400).optional(),
});

const name = z.string().trim().min(1).max(200);

/** Which engine and model of each role, and the keys for them; an empty header counts as none. */
export const modelHeaders = z.object({
  'x-llm-provider': name.optional().catch(undefined),
  'x-vision-provider': name.optional().catch(undefined),
  'x-image-provider': name.optional().catch(undefined),
  'x-video-provider': name.optional().catch(undefined),
  'x-model-id': name.optional().catch(undefined),
  'x-image-model-id': name.optional().catch(undefined),
  'x-video-model-id': name.optional().catch(undefined),
  'x-api-key': z.string().trim().min(1).max(500).optional().catch(undefined),
  'x-image-api-key': z.string().trim().min(1).max(500).optional().catch(undefined),
  'x-video-api-key': z.string().trim().min(1).max(500).optional().catch(undefined),
});
export type ModelHeaders = z.infer<typeof modelHeaders>;

/** Why a model is not asked at all. */
export const refusals = [
  'unknown_provider',
  'unknown_model',
  'model_missing',
  'provider_key_missing',
  'budget_exceeded',
  'price_unknown',
] as const;

/** How it may end once a model is asked, beside well. */
export const endings = [
  'submission_uncertain',
  'provider_invalid_key',
  'provider_quota',
  'provider_moderated',
  'provider_invalid_input',
  'provider_transient',
  'provider_permanent',
  'still_running',
  'cancelled',
] as const;
