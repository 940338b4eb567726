import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { operations } from './src/contract/operations.ts';
import { routesOf } from './src/contract/route.ts';

const ROUTES = 'virtual:routes';

/** The table of operations as data, so that no schema (nor the library of schemas) goes to the browser. */
function routeTable(): Plugin {
  return {
    name: 'route-table',
    resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : null),
    load: (id) => (id === `\0${ROUTES}` ? `export const routes = ${JSON.stringify(routesOf(operations))};` : null),
  };
}

const api = process.env['SCENEWRIGHT_API'] ?? 'http://127.0.0.1:3001';

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [routeTable(), tailwind(), react()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true, // test/web/budgets reads from it what a first paint loads
    assetsInlineLimit: 0, // the content security policy takes no data: scripts or styles
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
});
