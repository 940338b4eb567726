import type { TestServer } from './open-test-server.ts';

/** Waits for a job of a server; how it ended. */
export async function endedOn(server: TestServer, jobId: string) {
  for (;;) {
    const { json } = await server.ask('GET', `/jobs/${jobId}`);
    if (json.status !== 'queued' && json.status !== 'running') return json;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
