import { open } from 'node:fs/promises';
import { imageSize } from 'image-size';

/** The size of a picture as its header gives it, turned as EXIF asks. */
export type PictureReading =
  | { readonly status: 'read'; readonly width: number; readonly height: number }
  | { readonly status: 'broken'; readonly reason: string };

const HEADER_BYTES = 512 * 1024;
const LONG_HEADER_BYTES = 16 * 1024 * 1024; // cameras put previews and depth maps before the size
const MAX_PIXELS = 100_000_000; // 400 MB when decoded
const MAX_SIDE_PX = 16_384; // what canvases and encoders take
const SIDEWAYS = 5; // EXIF orientations 5 to 8 lie on their side

/** Reads a picture's size from its header alone, and refuses sizes that would be dangerous to decode. */
export async function pictureFacts(path: string): Promise<PictureReading> {
  const size = (await headerSize(path, HEADER_BYTES)) ?? (await headerSize(path, LONG_HEADER_BYTES));
  if (size === null) return { status: 'broken', reason: 'its header is damaged' };
  const { width, height } = size;
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX) {
    return {
      status: 'broken',
      reason: `${String(width)}x${String(height)} is more than ${String(MAX_SIDE_PX)} px on a side`,
    };
  }
  if (width * height > MAX_PIXELS) {
    return { status: 'broken', reason: `${String(width)}x${String(height)} is more than 100 megapixels` };
  }
  return { status: 'read', width, height };
}

async function headerSize(path: string, bytes: number): Promise<{ width: number; height: number } | null> {
  const file = await open(path, 'r');
  try {
    const header = new Uint8Array(bytes);
    const { bytesRead } = await file.read(header, 0, bytes, 0);
    const { width, height, orientation } = imageSize(header.subarray(0, bytesRead));
    if (!(width > 0 && height > 0)) return null;
    return (orientation ?? 1) >= SIDEWAYS ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
