import type { Catalogue } from '../areas.ts';

export const trInspector: Catalogue['inspector'] = {};
