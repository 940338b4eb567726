import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What a file is by its first bytes; its name is never believed. */
export interface Sniffed {
  readonly mime: string;
  readonly kind: 'image' | 'video' | 'audio';
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']); // what @napi-rs/canvas decodes
const CONTAINERS = new Set(['application/ogg', 'application/vnd.ms-asf', 'application/mxf']); // of video, by their types

/**
 * Tells what a media file is by its first bytes, or null where it is none that we read.
 *
 * Text is never media: playlists and subtitles, which can name other files of the machine, end here and reach no FFmpeg.
 */
export async function sniff(path: string): Promise<Sniffed | null> {
  const type = await fileTypeFromFile(path);
  if (!type) return null;
  const mime = type.mime.split(';')[0] ?? type.mime;
  if (mime.startsWith('image/')) return PICTURES.has(mime) ? { mime, kind: 'image' } : null;
  if (mime.startsWith('video/')) return { mime, kind: 'video' };
  if (mime.startsWith('audio/')) return mime === 'audio/midi' ? null : { mime, kind: 'audio' };
  return CONTAINERS.has(mime) ? { mime, kind: 'video' } : null;
}

const LOOKED_AT_BYTES = 512;
// oxlint-disable-next-line no-control-regex -- a text has none of these
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;

/** Says of a file that is no media of ours what it is instead, in a word or two. */
export async function whatElse(path: string): Promise<string> {
  const type = await fileTypeFromFile(path).catch(() => undefined);
  if (type && type.mime !== 'application/xml') return type.mime;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(LOOKED_AT_BYTES), 0, LOOKED_AT_BYTES, 0);
    const start = new TextDecoder().decode(buffer.subarray(0, bytesRead), { stream: true });
    if (/<svg[\s>]/i.test(start)) return 'an SVG drawing';
    if (/<!doctype html|<html[\s>]|<script[\s>]/i.test(start)) return 'a web page';
    return NO_TEXT.test(start) ? 'something unknown' : 'text';
  } finally {
    await file.close();
  }
}
