import type { Catalogue } from '../areas.ts';

export const trStage: Catalogue['stage'] = {};
