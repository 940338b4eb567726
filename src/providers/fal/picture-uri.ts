import { readFile } from 'node:fs/promises';
import type { MediaInput } from '../provider.ts';

/** A picture as a data URI: pictures go along in the call itself. */
export async function pictureUri({ path, mime }: MediaInput): Promise<string> {
  return `data:${mime};base64,${await readFile(path, 'base64')}`;
}
