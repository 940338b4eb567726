import type { Migration } from 'kysely/migration';
import { firstTables } from './0001-first-tables.ts';
import { accountsAndAnswers } from './0002-accounts-and-answers.ts';
import { workViewFunction } from './0003-work-view.ts';
import { vendorsAndMoney } from './0004-vendors-and-money.ts';
import { withKey } from './0005-with-key.ts';
import { filmJobs } from './0006-film-jobs.ts';
import { sceneShown } from './0007-scene-shown.ts';
import { soundOfFilms } from './0008-sound-of-films.ts';
import { pausedExports } from './0009-paused-exports.ts';

/** Every migration, in order. A merged one is never edited; a change is one more file and one more line. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-accounts-and-answers': accountsAndAnswers,
  '0003-work-view': workViewFunction,
  '0004-vendors-and-money': vendorsAndMoney,
  '0005-with-key': withKey,
  '0006-film-jobs': filmJobs,
  '0007-scene-shown': sceneShown,
  '0008-sound-of-films': soundOfFilms,
  '0009-paused-exports': pausedExports,
};
