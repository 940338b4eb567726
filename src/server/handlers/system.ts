import type { systemOperations } from '#contract/operations/system.ts';
import { listProviders } from '#studio/generation/list-providers.ts';
import { listJobs } from '#studio/jobs/list-jobs.ts';
import { docsPage } from '../docs/docs-page.ts';
import { openapiDocument } from '../openapi.ts';
import { version } from '../version.ts';
import type { Handlers } from './handler.ts';

let description: ReturnType<typeof openapiDocument> | undefined; // the same as long as the program is

/** What the server says of itself. */
export const systemHandlers: Handlers<typeof systemOperations> = {
  getHealth: () => ({ status: 'ok', version }),
  getReady: async (world, actor) => {
    await listJobs(world, actor, {}); // a question that reaches the tables
    return { status: 'ready', database: world.database.engine, ffmpeg: world.ffmpeg.version };
  },
  getOpenapi: () => (description ??= openapiDocument(version)),
  getDocs: () => docsPage,
  listProviders: (world) => listProviders(world),
};
