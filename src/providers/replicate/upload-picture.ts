import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ProviderError, type MediaInput, type ProviderContext } from '../provider.ts';
import { callReplicate } from './call-replicate.ts';

const Uploaded = z.looseObject({ urls: z.looseObject({ get: z.string() }) });

/**
 * Puts a picture among the account's files and gives the address that models take it by: Replicate advises against larger
 * pictures in the call itself (docs: input files), and its own client does the same. It is removed there after a day [K].
 */
export async function uploadPicture(picture: MediaInput, context: ProviderContext): Promise<string> {
  const extension = picture.mime.split('/').at(-1) ?? 'png';
  const body = new FormData();
  const bytes = new Blob([await readFile(picture.path)], { type: picture.mime });
  body.set('content', bytes, `${picture.sha256.slice(0, 16)}.${extension}`);
  const { json } = await callReplicate({ method: 'POST', path: '/files', body }, context);
  const uploaded = Uploaded.safeParse(json);
  if (!uploaded.success) throw new ProviderError('transient', 'replicate', 'it took a picture and named no address');
  return uploaded.data.urls.get;
}
