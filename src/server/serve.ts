import { authenticateWith } from './authenticate.ts';
import { readConfig } from './config.ts';
import { httpServer } from './http.ts';
import { localToken } from './local-token.ts';
import { builtWebApp } from './web-app/built-web-app.ts';
import { openWorld } from './world.ts';

/** Opens the world and the HTTP door, and closes both in order when the process is told to stop. */
export async function serve(): Promise<void> {
  const config = readConfig();
  const log = (line: Readonly<Record<string, unknown>>): void => {
    process.stdout.write(`${JSON.stringify({ time: Date.now(), ...line })}\n`);
  };
  const world = await openWorld(config, { log });
  const token = localToken(config.dataDirectory, world.random.bytes);
  const { trustedProxies } = config;
  const webRoot = config.servesWeb ? await builtWebApp(log) : null;
  const server = httpServer(world, authenticateWith(world, token), undefined, { trustedProxies, webRoot });
  try {
    await server.listen({ host: config.host, port: config.port });
  } catch (error) {
    await world[Symbol.asyncDispose]();
    throw error;
  }
  log({
    level: 'info',
    event: 'ready',
    ffmpeg: world.ffmpeg.path,
    ffmpegVersion: world.ffmpeg.version,
    ffmpegOrigin: world.ffmpeg.origin,
  });
  if (world.ffmpeg.origin === 'bundled') {
    log({
      level: 'warn',
      event: 'ffmpeg_bundled',
      advice: 'This FFmpeg is for a first look and lags behind on security fixes: install FFmpeg 5.1 or newer.',
    });
  }

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    log({ level: 'info', event: 'stopping' });
    void server.close().then(() => world[Symbol.asyncDispose]());
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
