import type { templatesOperations } from '#contract/operations/templates.ts';
import type { Handlers } from './handler.ts';

/** Overlays to be used again. */
export const templatesHandlers: Handlers<typeof templatesOperations> = {};
