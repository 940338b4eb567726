import type { Operations } from '#contract/operations.ts';
import { accountsHandlers } from './handlers/accounts.ts';
import { aiHandlers } from './handlers/ai.ts';
import { assetsHandlers } from './handlers/assets.ts';
import { costsHandlers } from './handlers/costs.ts';
import { derivedHandlers } from './handlers/derived.ts';
import { eventsHandlers } from './handlers/events.ts';
import { exportsHandlers } from './handlers/exports.ts';
import { filmsHandlers } from './handlers/films.ts';
import { fontsHandlers } from './handlers/fonts.ts';
import { generateHandlers } from './handlers/generate.ts';
import type { Handlers } from './handlers/handler.ts';
import { jobsHandlers } from './handlers/jobs.ts';
import { mediaHandlers } from './handlers/media.ts';
import { overviewHandlers } from './handlers/overview.ts';
import { projectsHandlers } from './handlers/projects.ts';
import { proposalsHandlers } from './handlers/proposals.ts';
import { scenesHandlers } from './handlers/scenes.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { systemHandlers } from './handlers/system.ts';
import { templatesHandlers } from './handlers/templates.ts';
import { trashHandlers } from './handlers/trash.ts';
import { workMediaHandlers } from './handlers/work-media.ts';
import { worksHandlers } from './handlers/works.ts';

/** One handler an operation; a missing one does not compile. */
export const handlers: Handlers<Operations> = {
  ...systemHandlers,
  ...accountsHandlers,
  ...settingsHandlers,
  ...projectsHandlers,
  ...worksHandlers,
  ...overviewHandlers,
  ...filmsHandlers,
  ...generateHandlers,
  ...proposalsHandlers,
  ...scenesHandlers,
  ...workMediaHandlers,
  ...exportsHandlers,
  ...eventsHandlers,
  ...jobsHandlers,
  ...costsHandlers,
  ...assetsHandlers,
  ...fontsHandlers,
  ...templatesHandlers,
  ...aiHandlers,
  ...mediaHandlers,
  ...derivedHandlers,
  ...trashHandlers,
};
