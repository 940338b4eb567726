import type { Operation } from './operation.ts';
import { accountsOperations } from './operations/accounts.ts';
import { aiOperations } from './operations/ai.ts';
import { assetsOperations } from './operations/assets.ts';
import { costsOperations } from './operations/costs.ts';
import { derivedOperations } from './operations/derived.ts';
import { eventsOperations } from './operations/events.ts';
import { exportsOperations } from './operations/exports.ts';
import { filmsOperations } from './operations/films.ts';
import { fontsOperations } from './operations/fonts.ts';
import { generateOperations } from './operations/generate.ts';
import { jobsOperations } from './operations/jobs.ts';
import { mediaOperations } from './operations/media.ts';
import { overviewOperations } from './operations/overview.ts';
import { projectsOperations } from './operations/projects.ts';
import { proposalsOperations } from './operations/proposals.ts';
import { scenesOperations } from './operations/scenes.ts';
import { settingsOperations } from './operations/settings.ts';
import { systemOperations } from './operations/system.ts';
import { templatesOperations } from './operations/templates.ts';
import { trashOperations } from './operations/trash.ts';
import { workMediaOperations } from './operations/work-media.ts';
import { worksOperations } from './operations/works.ts';

/** Every operation there is; the only list. Each noun declares its own in `operations/`. */
export const operations = {
  ...systemOperations,
  ...accountsOperations,
  ...settingsOperations,
  ...projectsOperations,
  ...worksOperations,
  ...overviewOperations,
  ...filmsOperations,
  ...generateOperations,
  ...proposalsOperations,
  ...scenesOperations,
  ...workMediaOperations,
  ...exportsOperations,
  ...eventsOperations,
  ...jobsOperations,
  ...costsOperations,
  ...assetsOperations,
  ...fontsOperations,
  ...templatesOperations,
  ...aiOperations,
  ...mediaOperations,
  ...derivedOperations,
  ...trashOperations,
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
