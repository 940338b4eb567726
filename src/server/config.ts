import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '#contract/problems.ts';

const KNOWN_NETWORKS: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/** Addresses or networks, separated by commas. */
const networks = z
  .string()
  .refine(
    (list) => list.split(',').every((one) => KNOWN_NETWORKS.includes(one.trim()) || isNetwork(one.trim())),
    'expected addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
  );

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

const port = z.coerce.number().int().min(0).max(65_535);

/** The environment as we read it; everything has a default that works on a fresh machine. */
const Environment = z.object({
  PORT: port.default(3001),
  HOST: z.string().min(1).default('127.0.0.1'),
  SCENEWRIGHT_DATA: z.string().min(1).default('./data'),
  SCENEWRIGHT_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SCENEWRIGHT_REGISTRATION: z.enum(['open', 'first', 'closed']).default('open'),
  SCENEWRIGHT_RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  SCENEWRIGHT_FETCH_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .transform((list) => list.filter((origin) => origin !== ''))
    .refine(
      (list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      'expected origins like http://127.0.0.1:8188, with commas between them',
    ),
  SCENEWRIGHT_TRUSTED_PROXIES: networks.default('loopback'),
  SCENEWRIGHT_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  SCENEWRIGHT_WEB: z.enum(['on', 'off']).default('on'),
  SCENEWRIGHT_CATALOGUE: z.string().min(1).optional(),
  FFMPEG_PATH: z.string().min(1).optional(),
  PATH: z.string().default(''),
});

/** How this process runs. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  /** What signatures and sealed keys are made with; null: a file of the data directory holds one. */
  readonly secret: string | null;
  readonly role: 'all' | 'api' | 'worker';
  /** Who may open an account; `first`: until there is one. */
  readonly registration: 'open' | 'first' | 'closed';
  /** Whose word is taken for where a request came from and whether by https. */
  readonly trustedProxies: readonly string[];
  /** Whether attempts to sign in are limited; off for load tests. */
  readonly limitsAttempts: boolean;
  /** Origins that are fetched though they do not lie on the public internet. */
  readonly fetchOrigins: readonly string[];
  /** Whether the web app is served (and built, where it is not); off for an API alone. */
  readonly servesWeb: boolean;
  /** Where vendors are asked in place of their own address, by vendor (`SCENEWRIGHT_RUNWAY_BASE_URL` is `runway`'s). */
  readonly baseUrls: Readonly<Record<string, string>>;
  /** A file of models that are added to the built-in ones; null: `catalogue.json` in the data directory, if there is one. */
  readonly cataloguePath: string | null;
  readonly ffmpegPath: string | null;
  readonly searchPath: string;
  /** Cores we may keep busy. */
  readonly cores: number;
}

/**
 * Reads the configuration from the environment; an empty variable counts as not set.
 *
 * @throws Problem `bad_configuration` naming the variable
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Problem('bad_configuration', { reason: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  const read = parsed.data;
  if (read.SCENEWRIGHT_ROLE === 'worker' && !read.DATABASE_URL) {
    throw new Problem('bad_configuration', {
      reason:
        'A worker of its own needs a database server (DATABASE_URL); the embedded one belongs to a single process',
    });
  }
  return {
    host: read.HOST,
    port: read.PORT,
    dataDirectory: resolve(read.SCENEWRIGHT_DATA),
    databaseUrl: read.DATABASE_URL ?? null,
    secret: read.SCENEWRIGHT_SECRET ?? null,
    role: read.SCENEWRIGHT_ROLE,
    trustedProxies: read.SCENEWRIGHT_TRUSTED_PROXIES.split(',').map((one) => one.trim()),
    registration: read.SCENEWRIGHT_REGISTRATION,
    limitsAttempts: read.SCENEWRIGHT_RATE_LIMIT === 'on',
    fetchOrigins: read.SCENEWRIGHT_FETCH_ORIGINS,
    baseUrls: baseUrlsOf(given),
    servesWeb: read.SCENEWRIGHT_WEB === 'on',
    cataloguePath: read.SCENEWRIGHT_CATALOGUE === undefined ? null : resolve(read.SCENEWRIGHT_CATALOGUE),
    ffmpegPath: read.FFMPEG_PATH ?? null,
    searchPath: read.PATH,
    cores: availableParallelism(),
  };
}

const BASE_URL = /^SCENEWRIGHT_([A-Z][A-Z0-9_]*)_BASE_URL$/;

function baseUrlsOf(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const baseUrls: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(given)) {
    const vendor = BASE_URL.exec(name)?.[1]?.toLowerCase().replaceAll('_', '-');
    if (vendor === undefined) continue;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.username + url.password !== '') {
      throw new Problem('bad_configuration', { reason: `${name}: expected an address like http://127.0.0.1:11434/v1` });
    }
    baseUrls[vendor] = value.replace(/\/+$/, '');
  }
  return baseUrls;
}
