import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { httpServer, type Api } from '#server/http.ts';
import type { OpenWorld } from '#server/world.ts';
import { openTestWorld } from './open-test-world.ts';

/** The HTTP door to a few operations of a test's own, over a real socket; who sends any credential is the local owner. */
export interface SmallApi extends AsyncDisposable {
  readonly world: OpenWorld;
  readonly origin: string;
  readonly directory: string;
  /** Where files lie that are on their way. */
  readonly incoming: string;
  readonly close: () => Promise<void>;
}

/** Opens it on an empty database; nothing that waits in the queue is run. */
export async function openSmallApi(api: Api): Promise<SmallApi> {
  const { world, place } = await openTestWorld(undefined, 'api');
  const server = httpServer(
    world,
    async (_, { headers }) => {
      if (!headers.authorization) throw new Problem('unauthenticated');
      return { actor: world.owner, credential: { kind: 'local', id: 'local', scopes: 'all' } };
    },
    api,
  );
  server.log.level = 'silent';
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  const close = async (): Promise<void> => {
    await server.close();
  };
  return {
    world,
    origin,
    directory: place.directory,
    incoming: join(place.directory, 'files', 'incoming'),
    close,
    [Symbol.asyncDispose]: async () => {
      await close();
      await world[Symbol.asyncDispose]();
    },
  };
}
