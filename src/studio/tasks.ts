import type { JobHandler } from '#jobs/job-queue.ts';
import { runExport } from './exports/run-export.ts';
import { runFilm } from './film/run-film.ts';
import { runGeneration } from './generation/run-generation.ts';
import { runBatch } from './jobs/run-batch.ts';
import { runDerivation } from './media/run-derivation.ts';
import {
  BATCH_QUEUE,
  DERIVE_QUEUE,
  EXPORT_QUEUE,
  FILM_QUEUE,
  QUEUES,
  SCENE_QUEUE,
  VENDOR_QUEUE,
  type QueueName,
} from './queues.ts';
import { runScene } from './scenes/run-scene.ts';
import type { World } from './world.ts';

/** Which verb runs the jobs of which queue; the list. */
export function tasks(world: World): Record<QueueName, JobHandler> {
  const generation: JobHandler = (job) => runGeneration(world, job);
  return {
    [QUEUES.vision]: generation,
    [QUEUES.llm]: generation,
    [QUEUES.image]: generation,
    [QUEUES.video]: generation,
    [VENDOR_QUEUE]: generation,
    [EXPORT_QUEUE]: (job) => runExport(world, job),
    [SCENE_QUEUE]: (job) => runScene(world, job),
    [BATCH_QUEUE]: (job) => runBatch(world, job),
    [FILM_QUEUE]: (job) => runFilm(world, job),
    [DERIVE_QUEUE]: (job) => runDerivation(world, job),
  };
}
