import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { Config } from './config.ts';
import { makeDirectory } from './make-directory.ts';
import { examineMachine } from './world.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly verdict: 'well' | 'could be better' | 'broken';
  readonly found: string;
  /** What to do; absent where nothing is to be done. */
  readonly advice?: string;
}

const NODE_NEEDED = [24, 21] as const;
const DISK_LOW_BYTES = 2e9; // a ten-scene work with its takes, proxies and exports stays under this
const DISK_NEEDED_BYTES = 3e8;

/** Looks at everything a film needs on this machine. Never throws for what it finds. */
export async function examine(config: Config | Problem): Promise<Finding[]> {
  if (config instanceof Problem) {
    return [
      node(),
      {
        what: 'Configuration',
        verdict: 'broken',
        found: config.message,
        advice: 'Mend the variable in the environment.',
      },
    ];
  }
  const machine = examineMachine(config);
  return [
    node(),
    await ffmpeg(machine.findFfmpeg),
    await fonts(machine.fontPaths),
    data(config),
    disk(config),
    await database(machine.askDatabase),
    secret(config),
    await models(config, machine.countModels),
  ];
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1]);
  return {
    what: 'Node',
    verdict: enough ? 'well' : 'broken',
    found: process.versions.node,
    ...(enough ? {} : { advice: 'Start it with npm (npm ci brings the right Node), or install Node 24.21 or newer.' }),
  };
}

async function ffmpeg(find: () => Promise<{ path: string; version: string; origin: string }>): Promise<Finding> {
  const what = 'FFmpeg';
  try {
    const found = await find();
    const bundled = found.origin === 'bundled';
    return {
      what,
      verdict: bundled ? 'could be better' : 'well',
      found: `${found.version} (${found.path})`,
      ...(bundled
        ? {
            advice:
              'The one that npm brought: fine for a first look, but it lags behind on security fixes. Install FFmpeg 5.1 or newer for real work.',
          }
        : {}),
    };
  } catch (error) {
    return {
      what,
      verdict: 'broken',
      found: wordsOf(error),
      advice: 'Install FFmpeg 5.1 or newer (on Debian: apt install ffmpeg), or set FFMPEG_PATH.',
    };
  }
}

async function fonts(paths: readonly string[]): Promise<Finding> {
  const missing: string[] = [];
  for (const path of paths) await access(path).catch(() => missing.push(path));
  return missing.length === 0 && paths.length > 0
    ? {
        what: 'Fonts',
        verdict: 'well',
        found: `${paths.length} files: Latin, Arabic, Devanagari, Japanese, Chinese, Korean, emoji`,
      }
    : {
        what: 'Fonts',
        verdict: 'broken',
        found: `missing: ${missing.join(', ') || 'all'}`,
        advice: 'Run npm ci again.',
      };
}

function data(config: Config): Finding {
  const what = 'Data directory';
  try {
    makeDirectory(config.dataDirectory);
    const trial = mkdtempSync(join(config.dataDirectory, 'doctor-'));
    writeFileSync(join(trial, 'written'), 'yes');
    rmSync(trial, { recursive: true });
    return { what, verdict: 'well', found: `${config.dataDirectory}, can be written` };
  } catch (error) {
    return {
      what,
      verdict: 'broken',
      found: `${config.dataDirectory}: ${wordsOf(error)}`,
      advice: 'Give this user the directory, or choose another with SCENEWRIGHT_DATA.',
    };
  }
}

function disk(config: Config): Finding {
  const what = 'Disk';
  try {
    const { bavail, bsize } = statfsSync(config.dataDirectory);
    const freeBytes = bavail * bsize;
    const found = `${(freeBytes / 1e9).toFixed(1)} GB free`;
    if (freeBytes < DISK_NEEDED_BYTES)
      return { what, verdict: 'broken', found, advice: 'Make room: an export needs 0.3 GB at the least.' };
    if (freeBytes < DISK_LOW_BYTES)
      return { what, verdict: 'could be better', found, advice: 'Make room soon: 2 GB is comfortable.' };
    return { what, verdict: 'well', found };
  } catch (error) {
    return { what, verdict: 'could be better', found: wordsOf(error) };
  }
}

async function database(ask: () => Promise<string>): Promise<Finding> {
  const what = 'Database';
  try {
    return { what, verdict: 'well', found: await ask() };
  } catch (error) {
    if (error instanceof Problem && error.code === 'data_directory_busy') {
      return {
        what,
        verdict: 'could be better',
        found: error.message,
        advice: 'Fine if that is your server; make and demo then need it stopped, or another directory.',
      };
    }
    return {
      what,
      verdict: 'broken',
      found: wordsOf(error),
      advice: 'Check DATABASE_URL, or leave it out to use the embedded database.',
    };
  }
}

function secret(config: Config): Finding {
  const what = 'Secret';
  if (config.secret !== null) return { what, verdict: 'well', found: 'SCENEWRIGHT_SECRET' };
  const found = `${join(config.dataDirectory, 'secret')}, made at the first start`;
  if (config.databaseUrl === null) return { what, verdict: 'well', found };
  return {
    what,
    verdict: 'could be better',
    found,
    advice: 'Set SCENEWRIGHT_SECRET, the same on every machine: another one cannot read the keys that people stored.',
  };
}

async function models(
  { baseUrls }: Config,
  count: () => Promise<{ readonly models: number; readonly vendors: readonly string[] }>,
): Promise<Finding> {
  const what = 'Models';
  try {
    const { models: number, vendors } = await count();
    const found = `${number} models of ${vendors.length} vendors; keys are set in the settings, or sent with a request`;
    const unknown = Object.keys(baseUrls).filter((vendor) => !vendors.includes(vendor));
    if (unknown.length === 0) return { what, verdict: 'well', found };
    const variables = unknown.map((vendor) => `SCENEWRIGHT_${vendor.toUpperCase().replaceAll('-', '_')}_BASE_URL`);
    return {
      what,
      verdict: 'could be better',
      found: `${variables.join(', ')} names no vendor`,
      advice: `Name one of ${vendors.join(', ')}, or leave it out.`,
    };
  } catch (error) {
    return { what, verdict: 'broken', found: wordsOf(error), advice: 'Mend that line, or take the file away.' };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
