import { afterAll, beforeAll, describe } from 'vitest';
import { describeOnEachEngine } from '../engines.ts';
import { openTestServer, type TestServer } from '../open-test-server.ts';
import { apiOf, type Api } from './api.ts';
import { accountsPage } from './pages/accounts.ts';
import { aiPage } from './pages/ai.ts';
import { assetsPage } from './pages/assets.ts';
import { exportsPage } from './pages/exports.ts';
import { projectsPage } from './pages/projects.ts';
import { rulesPage } from './pages/rules.ts';
import { scenesPage } from './pages/scenes.ts';
import { templatesPage } from './pages/templates.ts';
import { workMediaPage } from './pages/work-media.ts';
import { worksPage } from './pages/works.ts';

/*
 * Every row of the documented contract, over HTTP, against a running server; a page of the contract is a file of `pages/`.
 * On the server engine in the deep tier and in a build; every change runs it on the embedded one.
 */

const pages: Readonly<Record<string, (api: () => Api) => void>> = {
  accounts: accountsPage,
  projects: projectsPage,
  works: worksPage,
  'work media': workMediaPage,
  scenes: scenesPage,
  assets: assetsPage,
  templates: templatesPage,
  ai: aiPage,
  exports: exportsPage,
  rules: rulesPage,
};

describeOnEachEngine('the contract', (_, newPlace) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(await newPlace());
  });
  afterAll(() => server[Symbol.asyncDispose]());
  const api = (): Api => apiOf(server);
  for (const [name, page] of Object.entries(pages)) describe(name, () => page(api));
});
