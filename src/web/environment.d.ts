declare module 'virtual:routes' {
  import type { Routes } from '#contract/route.ts';
  /** `routesOf(operations)`, written by vite.config.ts. */
  export const routes: Routes;
}
declare module '@fontsource-variable/*';
