import type { Catalogue } from '../areas.ts';

export const trTemplates: Catalogue['templates'] = {};
