import { ApiError, refusalOf, rememberVersion } from './api.ts';
import { tellChange } from './changes-elsewhere.ts';
import { renewSession } from './renew-session.ts';

/** A file on its way, and what is to be known of it meanwhile. */
interface UploadOptions {
  /** Called with the share of the bytes that have left, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends a file as a form and tells how far it is, which fetch cannot; answers with what the server says of it.
 *
 * @param path below `/api`, such as `/projects/p/assets`
 * @param field what the form calls the file
 * @throws ApiError what the server refused with, or that it was not reached; an AbortError where it was cancelled
 */
export async function uploadWithProgress<Answer>(
  path: string,
  field: string,
  file: File,
  options: UploadOptions = {},
): Promise<Answer> {
  const askedAtMs = Date.now();
  const response = await sendOnce(path, field, file, options);
  if (response.ok) return answerOf<Answer>(path, response);
  const refusal = await refusalOf(response);
  if (refusal.status !== 401 || !(await renewSession(askedAtMs).catch(() => false))) throw refusal;
  const again = await sendOnce(path, field, file, options);
  if (again.ok) return answerOf<Answer>(path, again);
  throw await refusalOf(again);
}

async function answerOf<Answer>(path: string, response: Response): Promise<Answer> {
  tellChange({ method: 'POST', path });
  const answer = (await response.json()) as Answer & { readonly id?: string };
  const version = response.headers.get('etag');
  if (version && answer.id) rememberVersion(`${path}/${answer.id}`, version);
  return answer;
}

function sendOnce(path: string, field: string, file: File, { onProgress, signal }: UploadOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop);
      settle();
    };
    request.open('POST', `/api${path}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, statusText, responseText } = request;
      const etag = request.getResponseHeader('etag');
      const headers: Record<string, string> = etag ? { etag } : {};
      end(() => resolve(new Response(responseText, { status, statusText, headers })));
    };
    request.onerror = () => end(() => reject(new ApiError(0, 'offline', 'The server was not reached.')));
    request.onabort = () => end(() => reject(new DOMException('The upload was cancelled.', 'AbortError')));
    if (signal?.aborted) return end(() => reject(new DOMException('The upload was cancelled.', 'AbortError')));
    signal?.addEventListener('abort', stop);
    const form = new FormData();
    form.append(field, file, file.name);
    request.send(form);
    return undefined;
  });
}
