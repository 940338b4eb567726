import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestPreview } from '#contract/request-preview.ts';
import { ProviderError, type AnnouncedCall, type Provider } from '#providers/provider.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { askProvider } from './ask-provider.ts';
import { providerContext } from './provider-context.ts';
import { readableBody } from './readable-body.ts';

/** What is asked of a provider, as its generation would have it. */
interface Rehearsed {
  readonly role: 'image' | 'video';
  readonly model: string;
  readonly request: object;
  readonly workId: string;
}

/** The call as it would be made, or why it would be refused before anything is sent. */
interface Rehearsal {
  readonly call: RequestPreview['call'];
  readonly refusal: string | null;
}

const NO_KEY = 'a-key'; // it goes into a header, and headers are not told
const NO_WAIT_MS = 20_000; // for pictures that have to be made smaller

/**
 * Has an adapter make its billable call up to where it is announced, and stops it there: what it would send is what it
 * sends. Nothing leaves this machine.
 *
 * Where it has to upload something before, the call is not known.
 *
 * @throws Problem `media_missing`, and those of the user's own address for it
 */
export async function rehearseCall(
  world: World,
  actor: Actor,
  provider: Provider,
  { role, model, request, workId }: Rehearsed,
): Promise<Rehearsal> {
  if (provider.drawsHere) return { call: null, refusal: null };
  const scratch = await mkdtemp(join(world.directories.scratch, 'rehearsal-'));
  const stop = new Error('a rehearsal sends nothing');
  let announced: AnnouncedCall | undefined;
  try {
    const context = await providerContext(
      world,
      provider,
      { role, model, createdBy: actor.userId },
      {
        signal: AbortSignal.timeout(NO_WAIT_MS),
        scratch,
        sending: ({ call }) => {
          announced = call;
          return Promise.reject(stop);
        },
        progress: () => undefined,
        key: NO_KEY,
      },
    );
    const silent = { ...context, fetch: () => Promise.reject(stop), fetchResult: () => Promise.reject(stop) };
    await askProvider(world, provider, { id: 'gen_rehearsal', role, model, request, workId }, silent);
  } catch (error) {
    // Every other failure of a rehearsal is its own end, or says nothing of the call.
    if (error instanceof ProviderError && error.kind === 'invalid_input' && announced === undefined) {
      return { call: null, refusal: error.message };
    }
    if (error !== stop && !(error instanceof ProviderError) && announced === undefined) throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  if (announced === undefined) return { call: null, refusal: null };
  const { method, path, body } = announced;
  return { call: { method, path, body: readableBody(body) }, refusal: null };
}
