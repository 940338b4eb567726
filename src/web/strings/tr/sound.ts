import type { Catalogue } from '../areas.ts';

export const trSound: Catalogue['sound'] = {};
