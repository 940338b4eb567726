import { fileTypeFromFile } from 'file-type';

/** What a file is by its first bytes; its name is never believed. */
export interface Sniffed {
  readonly mime: string;
  readonly kind: 'image' | 'video' | 'audio';
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']); // what @napi-rs/canvas decodes
const OGG_AND_ASF = new Map([
  ['application/ogg', 'video'],
  ['application/vnd.ms-asf', 'video'],
  ['application/mxf', 'video'],
] as const);

/**
 * Tells what a media file is by its first bytes, or null where it is none that we read.
 *
 * Text is never media: playlists and subtitles, which can name other files of the machine, end here and reach no FFmpeg.
 */
export async function sniff(path: string): Promise<Sniffed | null> {
  const type = await fileTypeFromFile(path);
  if (!type) return null;
  const mime = type.mime.split(';')[0] ?? type.mime;
  if (mime.startsWith('image/')) return PICTURES.has(mime) ? { mime: mime, kind: 'image' } : null;
  if (mime.startsWith('video/')) return { mime, kind: 'video' };
  if (mime.startsWith('audio/')) return mime === 'audio/midi' ? null : { mime, kind: 'audio' };
  const kind = OGG_AND_ASF.get(mime as never);
  return kind === undefined ? null : { mime, kind };
}
