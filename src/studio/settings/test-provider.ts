import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { ProviderTest, ProviderTestResult } from '#contract/provider-setting.ts';
import { ProviderError, type Provider } from '#providers/provider.ts';
import { takesKey } from '#providers/takes-key.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { getProviderSetting, recordProviderTest, type ProviderSettingRow } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import { hideKey } from '../generation/hide-key.ts';
import { problemFrom } from '../problem-from.ts';
import type { World } from '../world.ts';
import { asksElsewhere, sayKeyAgain } from './asks-elsewhere.ts';
import { findListedProvider } from './find-listed-provider.ts';
import { vendorAccess } from './vendor-access.ts';

const TEST_TIMEOUT_MS = 30_000; // somebody is looking at a button

type TestWorld = Pick<
  World,
  | 'database'
  | 'providers'
  | 'baseUrls'
  | 'fetchOrigins'
  | 'vendorFetch'
  | 'publicFetch'
  | 'secrets'
  | 'directories'
  | 'ffmpeg'
>;

/**
 * Tries the key and the address of a provider by a call that costs nothing.
 *
 * A key that the vendor refuses is a result like another. What came of the stored ones is kept with them. The stored key
 * goes nowhere but where it was given for: an address on another origin is asked with the key of the request, or with none.
 *
 * @throws Problem `not_found`, `provider_key_missing`, `url_refused`; `invalid_input` where the provider has no such call,
 *   and where a stored key would have to go elsewhere
 */
export async function testProvider(
  world: TestWorld,
  actor: Actor,
  id: string,
  given: ProviderTest,
): Promise<ProviderTestResult> {
  const provider = findListedProvider(world, id);
  if (provider.drawsHere) return { ok: true, says: `${provider.label}: nothing is needed, no key and no network.` };
  const stored = await getProviderSetting(world.database.kysely, actor.userId, vendorOf(provider));
  const baseUrl = given.baseUrl ?? stored?.settings.baseUrl;
  const access = await vendorAccess(world, provider, actor.userId, baseUrl);
  const isElsewhere = asksElsewhere(world, provider, stored?.settings.baseUrl, baseUrl);
  const storedKey = () => (isElsewhere ? null : openStored(world, provider, stored));
  const apiKey = takesKey(provider) ? (given.apiKey ?? storedKey()) : null;
  if (apiKey === null && !provider.keyless) {
    if (isElsewhere && stored?.sealedKey != null) throw new Problem('invalid_input', { reason: sayKeyAgain(provider) });
    throw new Problem('provider_key_missing', { provider: provider.label, header: 'apiKey' });
  }
  const result = await resultOf(world, provider, access, apiKey);
  if (stored !== null && given.apiKey == null && given.baseUrl == null) {
    await recordProviderTest(world.database.kysely, stored, result);
  }
  return result;
}

function openStored(
  world: Pick<World, 'secrets'>,
  provider: Provider,
  stored: ProviderSettingRow | null,
): string | null {
  if (stored?.sealedKey == null) return null;
  const key = world.secrets.open(stored.sealedKey, stored.sealedKeyId ?? '');
  if (key === null) throw new Problem('provider_key_missing', { provider: provider.label, header: 'apiKey' });
  return key;
}

async function resultOf(
  world: TestWorld,
  provider: Provider,
  access: Awaited<ReturnType<typeof vendorAccess>>,
  apiKey: string | null,
): Promise<ProviderTestResult> {
  const check = provider.check ?? world.providers.find(({ id }) => id === vendorOf(provider))?.check;
  if (!check) {
    const reason = `${provider.label} has no call that costs nothing: its key is tried when something is made`;
    throw new Problem('invalid_input', { reason });
  }
  const begunMs = performance.now();
  const tookMs = (): number => Math.round(performance.now() - begunMs);
  const scratch = await mkdtemp(join(world.directories.scratch, 'test-'));
  try {
    const { says } = await check({
      ...access,
      ...(apiKey === null ? {} : { apiKey }),
      signal: AbortSignal.timeout(TEST_TIMEOUT_MS),
      scratch,
      ffmpeg: world.ffmpeg.path,
      fetchResult: () => Promise.reject(new Error('a test downloads nothing')),
      sending: () => Promise.reject(new Error('a test pays nothing')),
      progress: () => undefined,
    });
    return { ok: true, says, tookMs: tookMs() };
  } catch (error) {
    const status = error instanceof ProviderError ? error.facts.http : undefined;
    const says = sentenceOf(hideKey(error, apiKey), provider);
    return { ok: false, says, tookMs: tookMs(), ...(status === undefined ? {} : { status }) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What of a job would be "tried again by itself" is the user's to try again here. */
function sentenceOf(error: unknown, provider: Provider): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `${provider.label} did not answer in time.`;
  if (!(error instanceof ProviderError)) return problemFrom(error, provider).message;
  switch (error.kind) {
    case 'transient':
    case 'ambiguous':
      return `${provider.label} has trouble (${error.message}): check its address, or try again in a moment.`;
    case 'rate_limited':
      return `${provider.label} asks to slow down: try again in a moment.`;
    default:
      return problemFrom(error, provider).message;
  }
}
