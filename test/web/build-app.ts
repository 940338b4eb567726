import { builtWebApp } from '#server/web-app/built-web-app.ts';

/** Before the first test: the app as users get it. */
async function buildApp(): Promise<void> {
  const root = await builtWebApp((line) => {
    if (line['level'] === 'error') throw new Error(String(line['reason']));
  });
  if (root === null) throw new Error('The web app is not built, and there is nothing to build it with.');
}

// Playwright takes the default export alone.
export default buildApp;
