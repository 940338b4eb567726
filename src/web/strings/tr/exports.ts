import type { Catalogue } from '../areas.ts';

export const trExports: Catalogue['exports'] = {};
