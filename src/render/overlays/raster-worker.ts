import { parentPort } from 'node:worker_threads';
import { Problem } from '#contract/problems.ts';
import { raster } from './raster.ts';
import type { RasterTask } from './raster-task.ts';

/*
 * The thread in which CanvasKit lives: drawing blocks, and the main thread has a database to answer for.
 */

parentPort?.on('message', (task: RasterTask) => {
  raster(task).then(
    (result) => parentPort?.postMessage({ result }),
    (failure: unknown) => {
      const told =
        failure instanceof Problem ? { code: failure.code, facts: failure.facts } : { message: String(failure) };
      parentPort?.postMessage({ failure: told });
    },
  );
});
