import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import { ProviderError, type MediaInput, type ProviderContext } from '../provider.ts';
import { comfyuiVendor } from './comfyui-vendor.ts';

const Uploaded = z.object({ name: z.string(), subfolder: z.string().nullish() });

/**
 * Puts a picture among the engine's inputs and gives the name that Load Image takes it by.
 *
 * The same picture always has the same name, so that sending it again leaves nothing behind.
 */
export async function uploadPicture(picture: MediaInput, context: ProviderContext): Promise<string> {
  const extension = picture.mime.split('/').at(-1) ?? 'png';
  const form = new FormData();
  const bytes = new Blob([await readFile(picture.path)], { type: picture.mime });
  form.set('image', bytes, `${picture.sha256.slice(0, 32)}.${extension}`);
  form.set('subfolder', 'scenewright');
  form.set('type', 'input');
  form.set('overwrite', 'true');
  const answer = await callVendor(comfyuiVendor, { method: 'POST', path: '/upload/image', body: form }, context);
  const uploaded = Uploaded.safeParse(answer.json);
  if (!uploaded.success)
    throw new ProviderError('invalid_input', comfyuiVendor.id, 'There is no ComfyUI at this address.');
  const { name, subfolder } = uploaded.data;
  return subfolder ? `${subfolder}/${name}` : name;
}
