import { parentPort } from 'node:worker_threads';
import { containerFacts, type ContainerReading } from './container-facts.ts';

/** A question to the probe's thread. */
export interface ProbeQuestion {
  readonly id: number;
  readonly path: string;
  readonly sizeBytes: number;
}

/** Its answer; a parser that threw has found bytes that it does not understand. */
export interface ProbeAnswer {
  readonly id: number;
  readonly reading: ContainerReading;
}

parentPort?.on('message', (question: ProbeQuestion) => {
  void containerFacts(question.path, question.sizeBytes)
    .catch((): ContainerReading => ({ status: 'unknown' }))
    .then((reading) => parentPort?.postMessage({ id: question.id, reading } satisfies ProbeAnswer));
});
