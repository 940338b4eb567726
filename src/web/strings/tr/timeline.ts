import type { Catalogue } from '../areas.ts';

export const trTimeline: Catalogue['timeline'] = {};
