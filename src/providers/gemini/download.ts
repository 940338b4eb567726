import type { MediaOutput, ProviderContext, Receipt } from '../provider.ts';
import { addressOf, credentials } from './address.ts';

/** The file that an address of Google's names, such as `…/v1beta/files/abc-123:download?alt=media`; null: it names none. */
export function fileNamed(url: string): string | null {
  return /\/(files\/[\w-]+)/.exec(url)?.[1] ?? null;
}

/**
 * Brings a result to this disk. A file is asked for where everything else is asked, so that a gateway's key stays with the
 * gateway; the key goes along in a header, and to that origin alone.
 */
export async function download(_: Receipt, output: MediaOutput, context: ProviderContext): Promise<string> {
  if (output.path !== undefined) return output.path;
  const { origin, url } = addressOf(context);
  const named = output.url ?? '';
  const file = fileNamed(named);
  const from = file === null ? named : url(`/${file}:download?alt=media`);
  const isOurs = URL.canParse(from) && new URL(from).origin === origin;
  return context.fetchResult(from, isOurs ? { headers: credentials(context) } : {});
}
