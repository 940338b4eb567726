import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

/**
 * Bytes on their way at once, twice: one part is read while the other is sent. The same two parts are used from beginning
 * to end, because a new one for each read costs as much as the reading: 256 MB went at 1.4 to 1.8 GB/s so, and at 0.9 as
 * a stream of the same size (bench/api.ts compares with nginx).
 */
const PART_BYTES = 256 * 1024;

/**
 * Sends a part of an open file as the body of an answer whose head is written, and closes the file.
 *
 * A client that reads slowly holds up the reading; one that goes away ends it.
 *
 * @param range first and last byte, both sent
 * @throws what reading fails with; the connection is cut then, so that nobody takes the half for the whole
 */
export async function pourFile(
  file: FileHandle,
  answer: ServerResponse,
  range: { readonly start: number; readonly end: number },
): Promise<void> {
  const gone = answer.destroyed ? Promise.resolve() : once(answer, 'close').catch(() => undefined); // an error closes it too
  const write = (part: Buffer): Promise<unknown> =>
    Promise.race([new Promise((sent) => answer.write(part, sent)), gone]);
  try {
    const length = Math.min(PART_BYTES, range.end - range.start + 1);
    const parts = [Buffer.allocUnsafeSlow(length), Buffer.allocUnsafeSlow(length)] as const;
    let sending: Promise<unknown> = Promise.resolve();
    let turn = 0;
    for (let position = range.start; position <= range.end && !answer.destroyed; turn += 1) {
      const part = parts[turn % 2 === 0 ? 0 : 1];
      const { bytesRead } = await file.read(part, 0, Math.min(length, range.end - position + 1), position);
      if (bytesRead === 0) throw new Error(`the file ends at ${String(position)}`);
      position += bytesRead;
      await sending;
      if (!answer.destroyed) sending = write(part.subarray(0, bytesRead));
    }
    await sending;
    if (!answer.destroyed) answer.end();
  } catch (error) {
    answer.destroy();
    throw error;
  } finally {
    await file.close();
  }
}
