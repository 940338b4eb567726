import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { readConfig } from '#server/config.ts';
import { openWorld, type OpenWorld } from '#server/world.ts';
import { deliverFilm } from '#studio/film/deliver-film.ts';
import type { FilmProgress } from '#studio/film/film-progress.ts';
import { makeFilm, type FilmBrief, type MadeFilm } from '#studio/film/make-film.ts';
import { progressDisplay } from './progress-display.ts';

/** Where the film goes and how the command speaks. */
export interface MakeTarget {
  readonly outPath: string;
  /** One JSON object on standard output in place of words. */
  readonly json: boolean;
  readonly dataDirectory: string | null;
}

/**
 * Makes a film and puts it at `outPath`, whole or not at all.
 *
 * The same brief again takes up what an earlier run left and reuses what it finished.
 */
export async function makeCommand(brief: FilmBrief, target: MakeTarget): Promise<void> {
  const startedMs = performance.now();
  const outPath = resolve(target.outPath);
  if (!/\.mp4$/i.test(outPath))
    throw new Problem('invalid_input', { reason: `--out: ${target.outPath} must end in .mp4` });

  await claimPlace(outPath, target.outPath);

  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130);
    process.stderr.write('\nStopping. What is finished is kept; the same command goes on from there.\n');
    stop.abort(new Problem('cancelled'));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const display = progressDisplay(process.stderr, { silent: target.json });
  try {
    const config = readConfig();
    await using world = await openWorld(
      target.dataDirectory ? { ...config, dataDirectory: resolve(target.dataDirectory) } : config,
      { log: () => {}, derives: false },
    );
    const making = { signal: stop.signal, onProgress: (progress: FilmProgress) => display.update(progress) };
    const film = await deliverOrMakeAgain(world, outPath, () => makeFilm(world, brief, making));
    display.end();
    report({ ...film, path: outPath, elapsedS: (performance.now() - startedMs) / 1000 }, target.json);
  } finally {
    display.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** Finds out before anything is made, or paid for, whether the film can go where it is wanted. */
async function claimPlace(outPath: string, asTyped: string): Promise<void> {
  try {
    await mkdir(dirname(outPath), { recursive: true });
    await access(dirname(outPath), constants.W_OK);
  } catch (cause) {
    const reason = `--out: ${asTyped} cannot be written (${(cause as NodeJS.ErrnoException).code ?? 'failed'})`;
    throw new Problem('invalid_input', { reason }, { cause });
  }
  const there = await stat(outPath).catch(() => null);
  if (there?.isDirectory()) throw new Problem('invalid_input', { reason: `--out: ${asTyped} is a directory` });
}

/** A kept film that was damaged on the disk is found out when it is copied; it is exported again, once. */
async function deliverOrMakeAgain(world: OpenWorld, outPath: string, make: () => Promise<MadeFilm>): Promise<MadeFilm> {
  const film = await make();
  try {
    await deliverFilm(world, film, outPath);
    return film;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'media_missing') throw error;
    const again = await make();
    await deliverFilm(world, again, outPath);
    return again;
  }
}

interface FilmReport {
  readonly path: string;
  readonly elapsedS: number;
  readonly workId: string;
  readonly exportId: string;
  readonly durationS: number;
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  readonly sceneCount: number;
  readonly costMicroUsd: number | null;
  readonly sound: string;
  readonly notes: readonly string[];
}

function report(film: FilmReport, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(film)}\n`);
    return;
  }
  const megabytes = (film.sizeBytes / 1e6).toFixed(1);
  process.stderr.write(
    `\n  ${film.sceneCount} ${film.sceneCount === 1 ? 'scene' : 'scenes'}, ${film.durationS.toFixed(1)} s, ${film.width}x${film.height}, ${megabytes} MB, ${film.sound}, ${costInWords(film.costMicroUsd)}, made in ${film.elapsedS.toFixed(0)} s\n`,
  );
  for (const note of film.notes) process.stderr.write(`  Note: ${note}\n`);
  process.stdout.write(`${film.path}\n`);
}

function costInWords(costMicroUsd: number | null): string {
  if (costMicroUsd === null) return 'of unknown cost';
  return costMicroUsd === 0 ? 'free' : `$${(costMicroUsd / 1e6).toFixed(2)}`;
}
