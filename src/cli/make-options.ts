import { z } from 'zod';
import { Problem } from '#contract/problems.ts';
import { ProjectType } from '#contract/project.ts';
import { Resolution } from '#contract/work.ts';
import type { FilmBrief } from '#studio/film/make-film.ts';

const presets = { portrait: [1080, 1920], landscape: [1920, 1080], square: [1080, 1080] } as const;

const resolution = z.string().transform((text, context) => {
  const preset = presets[text as keyof typeof presets];
  if (preset) return { width: preset[0], height: preset[1] };
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text) ?? [];
  const size = Resolution.safeParse({ width: Number(width), height: Number(height) });
  if (size.success) return size.data;
  context.addIssue('expected portrait, landscape, square or WIDTHxHEIGHT: even numbers from 64 to 7680');
  return z.NEVER;
});

const SECONDS = 'expected seconds, from 1 to 600';
const SCENES = 'expected a whole number from 1 to 60';
const SEED = 'expected a whole number from 0 to 2147483647';

/** The options of `make` as typed by a person. */
const MakeOptions = z.strictObject({
  brief: z
    .string()
    .trim()
    .min(1, 'say in a sentence what the film is about')
    .max(20_000, 'expected at most 20,000 characters'),
  name: z.string().trim().min(1).max(200).optional(),
  audience: z.string().max(2000).optional(),
  type: z.enum(ProjectType.options, `expected one of ${ProjectType.options.join(', ')}`).default('blank'),
  duration: z.coerce.number(SECONDS).min(1, SECONDS).max(600, SECONDS).optional(),
  scenes: z.coerce.number(SCENES).int(SCENES).min(1, SCENES).max(60, SCENES).optional(),
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'expected a language code like en or tr')
    .default('en'),
  resolution: resolution.default({ width: 1080, height: 1920 }),
  asset: z.array(z.string()).max(60).default([]),
  assetMode: z.enum(['direct', 'reference'], 'expected direct or reference').optional(),
  music: z.string().optional(),
  reference: z.string().optional(),
  seed: z.coerce.number(SEED).int(SEED).min(0, SEED).max(2_147_483_647, SEED).default(1),
  sound: z.boolean().default(true),
});

/**
 * Reads what was typed into a brief.
 *
 * @throws Problem `invalid_input` naming the option
 */
export function readMakeOptions(typed: unknown): FilmBrief {
  const parsed = MakeOptions.safeParse(typed);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const option = String(issue?.path[0] ?? issue?.code).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new Problem('invalid_input', { reason: `--${option}: ${issue?.message}` });
  }
  const read = parsed.data;
  const clash = contradiction(read);
  if (clash) throw new Problem('invalid_input', { reason: clash });
  return {
    brief: read.brief,
    name: read.name ?? null,
    audience: read.audience ?? null,
    projectType: read.type,
    durationS: read.duration ?? null,
    sceneCount: read.scenes ?? null,
    language: read.language.toLowerCase(),
    resolution: read.resolution,
    assetPaths: read.asset,
    assetUsageMode: read.asset.length > 0 ? (read.assetMode ?? 'reference') : null,
    musicPath: read.music ?? null,
    referencePath: read.reference ?? null,
    seed: read.seed,
    sound: read.music ? 'none' : read.sound ? 'bed' : 'none',
  };
}

const SHORTEST_SCENE_S = 0.5; // what the director gives a scene at the least

/** Options that exclude each other are said, not silently dropped; null where they go together. */
function contradiction(read: z.infer<typeof MakeOptions>): string | null {
  const pictures = read.asset.length;
  if (read.assetMode && pictures === 0) return `--asset-mode ${read.assetMode}: there is no --asset to use`;
  if (read.assetMode === 'direct' && read.scenes !== undefined && read.scenes !== pictures) {
    return `--scenes: in direct mode there are as many scenes as pictures, here ${pictures}`;
  }
  if (read.music !== undefined && !read.sound) return '--music and --no-sound exclude each other';
  const scenes = read.assetMode === 'direct' ? pictures : (read.scenes ?? 1);
  if (read.duration !== undefined && scenes * SHORTEST_SCENE_S > read.duration) {
    return `--duration: ${scenes} scenes need at least ${scenes * SHORTEST_SCENE_S} seconds`;
  }
  return null;
}
