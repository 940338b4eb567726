import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { fontFiles } from '#media/fonts.ts';

/**
 * The file of a built-in font.
 *
 * @throws Problem `not_found`
 */
export async function openFontFile(fontId: string): Promise<FileAnswer> {
  const font = fontFiles.find(({ id }) => id === fontId);
  if (!font) throw new Problem('not_found', { what: 'such font' });
  const { path } = font;
  const { size } = await stat(path);
  return { path, mime: 'font/ttf', filename: basename(path), sizeBytes: size, etag: fontId, isImmutable: true };
}
