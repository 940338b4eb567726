import type { Catalogue } from '../areas.ts';

/** The second step of a work, in Turkish. */
export const trAnalyze: Catalogue['analyze'] = { title: 'Çözümle' };
