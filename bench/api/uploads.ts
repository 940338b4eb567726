import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Served } from './served.ts';

const CHUNK = Buffer.alloc(1 << 20);
for (let place = 0; place < CHUNK.length; place++) CHUNK[place] = (place * 2_654_435_761) >>> 24;

/** A clip of a second, to be made long by a box that means nothing. */
export function smallClip(ffmpeg: string, directory: string): Buffer {
  const path = join(directory, 'small.mp4');
  const source = ['-f', 'lavfi', '-i', 'testsrc2=s=320x240:r=25:d=1', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'];
  const run = spawnSync(ffmpeg, ['-v', 'error', '-y', ...source, path]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return readFileSync(path);
}

/** Uploads a clip that is followed by a `free` box of so many bytes, as fast as the server takes it. */
export function uploadLong(
  server: Served,
  path: string,
  token: string,
  upload: { readonly clip: Buffer; readonly megabytes: number; readonly turn: number },
): Promise<void> {
  const boundary = 'a-boundary-of-ours';
  const box = Buffer.alloc(16);
  box.writeUInt32BE(16 + upload.megabytes * CHUNK.length, 0);
  box.write('free', 4, 'latin1');
  box.writeUInt32BE(upload.turn, 8); // no two uploads have the same bytes
  const head = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="video"; filename="long.mp4"\r\nContent-Type: video/mp4\r\n\r\n`,
    ),
    upload.clip,
    box,
  ]);
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return new Promise((resolve, reject) => {
    const sending = request(`${server.origin}/api${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': head.length + upload.megabytes * CHUNK.length + tail.length,
      },
    });
    sending.on('error', reject);
    sending.on('response', (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${String(response.statusCode)}: ${text}`)),
      );
    });
    sending.write(head);
    let sent = 0;
    const more = (): void => {
      while (sent < upload.megabytes) {
        sent += 1;
        if (!sending.write(CHUNK)) {
          sending.once('drain', more);
          return;
        }
      }
      sending.end(tail);
    };
    more();
  });
}

/** Runs something and says by how much the server's resident memory grew at most. */
export async function growthDuring(server: Served, doing: () => Promise<unknown>): Promise<number> {
  const before = server.rssBytes();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, server.rssBytes())), 25);
  try {
    await doing();
  } finally {
    clearInterval(timer);
  }
  return Math.max(most, server.rssBytes()) - before;
}
