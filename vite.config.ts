import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { operations } from './src/contract/operations.ts';
import { routesOf } from './src/contract/route.ts';
import { BUILT_FROM } from './src/server/web-app/built-web-app.ts';
import { sourcesHash } from './src/server/web-app/sources-hash.ts';

const ROUTES = 'virtual:routes';

/** The table of operations as data, so that no schema (nor the library of schemas) goes to the browser. */
function routeTable(): Plugin {
  return {
    name: 'route-table',
    resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : null),
    load: (id) => (id === `\0${ROUTES}` ? `export const routes = ${JSON.stringify(routesOf(operations))};` : null),
  };
}

/** Lays a compressed twin beside each text, for servers to send, and says which sources the build is of. */
function finishBuild(): Plugin {
  return {
    name: 'finish-build',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const texts = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.(js|css|html|svg)$/.test(file),
      );
      for (const file of texts.map((name) => join(dir, name))) {
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(bytes));
      }
      writeFileSync(join(dir, BUILT_FROM), JSON.stringify({ hash: sourcesHash() }));
    },
  };
}

const api = process.env['SCENEWRIGHT_API'] ?? 'http://127.0.0.1:3001';

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [routeTable(), tailwind(), react(), finishBuild()],
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
