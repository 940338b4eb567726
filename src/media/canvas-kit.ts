import { createRequire } from 'node:module';
import type { CanvasKit, CanvasKitInitOptions } from 'canvaskit-wasm';

const require = createRequire(import.meta.url);

let loading: Promise<CanvasKit> | null = null;

/** CanvasKit with its paragraph shaper, loaded once in a thread: about 100 ms and 50 MB. */
export function loadCanvasKit(): Promise<CanvasKit> {
  // Required, not imported: the package is CommonJS whose types declare a default export that Node does not give it.
  const start = require('canvaskit-wasm/full') as (options: CanvasKitInitOptions) => Promise<CanvasKit>;
  return (loading ??= start({ locateFile: (file) => require.resolve(`canvaskit-wasm/bin/full/${file}`) }));
}

/** Changes when the drawn pixels may. */
export const canvasKitVersion = (require('canvaskit-wasm/package.json') as { version: string }).version;
