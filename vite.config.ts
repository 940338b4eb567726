import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { operations } from './src/contract/operations.ts';
import { routesOf } from './src/contract/route.ts';
import { BUILT_FROM } from './src/server/web-app/built-web-app.ts';
import { sourcesHash } from './src/server/web-app/sources-hash.ts';

const ROUTES = 'virtual:routes';

/** The operations that the app names: those for scripts alone need not go to the browser. */
function namedOperations(): typeof operations {
  const folder = fileURLToPath(new URL('src/web', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const words = new Set(files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\w+/g) ?? []));
  return Object.fromEntries(Object.entries(operations).filter(([id]) => words.has(id))) as typeof operations;
}

/** The table of operations as data, so that no schema (nor the library of schemas) goes to the browser. */
function routeTable(): Plugin {
  return {
    name: 'route-table',
    resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : null),
    load: (id) =>
      id === `\0${ROUTES}` ? `export const routes = ${JSON.stringify(routesOf(namedOperations()))};` : null,
  };
}

const LARGE_BYTES = 4e6; // CanvasKit is 8 MB

/** Lays a compressed twin beside each text and program, for servers to send, and says which sources the build is of. */
function finishBuild(): Plugin {
  return {
    name: 'finish-build',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const packable = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.(js|css|html|svg|wasm)$/.test(file),
      );
      for (const file of packable.map((name) => join(dir, name))) {
        const bytes = readFileSync(file);
        const isLarge = bytes.length > LARGE_BYTES;
        const quality = isLarge ? 9 : constants.BROTLI_MAX_QUALITY; // eleven would take half a minute of every build
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: isLarge ? 6 : 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
        );
      }
      writeFileSync(join(dir, BUILT_FROM), JSON.stringify({ hash: sourcesHash() }));
    },
  };
}

const VENDOR = /node_modules[\\/](react|react-dom|scheduler|@tanstack|zustand|use-sync-external-store)[\\/]/;

const ICON_LIST = /lucide-react[\\/]dist[\\/]esm[\\/]lucide-react\.[cm]?js$/;
const ICON = /lucide-react[\\/]dist[\\/]esm[\\/]icons[\\/]([\w-]+)\.[cm]?js$/;

/** The file names of the icons that a source imports: `CircleAlert` is `circle-alert`. */
function iconsNamedIn(code: string): string[] {
  const lists = [...code.matchAll(/import\s*{([^}]*)}\s*from\s*["']lucide-react["']/g)].map(([, names = '']) => names);
  return lists.flatMap((names) =>
    names.split(',').map((name) => {
      const [own = ''] = name.trim().split(/\s/);
      return own.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[a-zA-Z])(?=\d)/g, '-').toLowerCase();
    }),
  );
}

/** Whether a module is of the first paint; an icon by its name. */
const isFirstPaint = (id: string): boolean => firstPaint.has(ICON.exec(id)?.[1] ?? id);

/** What the first paint loads, whatever the address: all that the entry imports, and what that imports. */
const firstPaint = new Set<string>();

/** Collects it once every module is known. */
function findFirstPaint(): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    buildEnd() {
      const due = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      for (const id of due) {
        const info = this.getModuleInfo(id);
        if (firstPaint.has(id) || !info) continue;
        firstPaint.add(id);
        // The icons come out of one list of all there are: only those that are named are meant.
        if (!ICON_LIST.test(id)) due.push(...info.importedIds.filter((other) => !ICON.test(other)));
        for (const icon of iconsNamedIn(info.code ?? '')) firstPaint.add(icon);
      }
    },
  };
}

const api = process.env['SCENEWRIGHT_API'] ?? 'http://127.0.0.1:3001';

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [routeTable(), tailwind(), react(), findFirstPaint(), finishBuild()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true, // test/web/budgets reads from it what a first paint loads
    assetsInlineLimit: 0, // the content security policy takes no data: scripts or styles
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // Two files compress better, and come sooner, than the sixty crumbs that sharing would make of them.
          groups: [
            { name: 'vendor', test: (id) => VENDOR.test(id) && isFirstPaint(id) },
            {
              name: 'shell',
              test: (id) => isFirstPaint(id) && !VENDOR.test(id) && !/main\.tsx$|\.html$|\.css$/.test(id),
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
});
