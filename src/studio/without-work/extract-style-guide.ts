import { Problem } from '#contract/problems.ts';
import { guardedFetch } from '#media/guarded-fetch.ts';
import { readablePage } from '#media/readable-page.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { StoredStyleRequest } from '../generation/generation-request.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import type { World } from '../world.ts';

const MAX_PAGE_BYTES = 2 * 1024 ** 2;
const FETCH_TIMEOUT_MS = 20_000;
const PAGES = /^(?:text\/html|application\/xhtml\+xml|text\/plain)\s*(?:;|$)/i;

/**
 * Starts to look for a style guide in a text or on a page.
 *
 * @throws Problem `url_refused`, `too_large`, `unsupported_media` for what is no page
 */
export async function extractStyleGuide(
  world: World,
  actor: Actor,
  asked: { readonly text?: string | undefined; readonly url?: string | undefined },
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'llm', choice);
  const found = asked.url === undefined ? { text: asked.text ?? '', colours: [] } : await readPage(world, asked.url);
  const request: StoredStyleRequest = { ask: 'style-guide', text: found.text, colours: [...found.colours] };
  return requestGeneration(world, actor, {
    role: 'llm',
    kind: 'style',
    chosen,
    workId: null,
    sceneId: null,
    request,
    inputsHash: hashOf(['style', request]),
  });
}

async function readPage(
  world: Pick<World, 'fetchOrigins'>,
  url: string,
): Promise<{ readonly text: string; readonly colours: readonly string[] }> {
  const { content, contentType } = await guardedFetch(
    url,
    {
      protocols: ['https:', 'http:'],
      maxBytes: MAX_PAGE_BYTES,
      timeoutMs: FETCH_TIMEOUT_MS,
      accept: 'text/html, application/xhtml+xml, text/plain;q=0.8',
      allowedOrigins: world.fetchOrigins,
    },
    wholeOf,
  );
  if (!PAGES.test(contentType)) {
    const reason = `it is ${contentType === '' ? 'of no named kind' : contentType.slice(0, 100)}, not a page`;
    throw new Problem('unsupported_media', { name: 'What lies at that address', reason });
  }
  const text = decoded(content, contentType).replaceAll('\u0000', '');
  if (/^text\/plain/i.test(contentType)) return { text: text.slice(0, 200_000), colours: [] };
  const page = readablePage(text);
  return { text: page.text, colours: page.colours };
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** In the charset its sender or its own first lines name; UTF-8 where that is none. */
function decoded(bytes: Buffer, contentType: string): string {
  const start = bytes.subarray(0, 2048).toString('latin1');
  const charset =
    /charset\s*=\s*["']?([\w-]{2,40})/i.exec(contentType)?.[1] ??
    /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(start)?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
