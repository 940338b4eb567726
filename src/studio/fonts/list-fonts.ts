import type { FontFamily } from '#contract/font.ts';
import { type FontFile, fontFiles } from '#media/fonts.ts';
import { type FontNames, readFontNames } from '#media/font-names.ts';
import { type AssetRow, listAssets } from '#store/assets.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';

type Needs = Pick<World, 'database' | 'files'>;

const namesKnown = new Map<string, FontNames>(); // by content, so it never goes stale; a few bytes each

/** The fonts a text of a project may be set in: those that are built in, then its own, by name. */
export async function listFonts(world: Needs, projectId: string): Promise<FontFamily[]> {
  const own = await listAssets(world.database.kysely, { projectId, type: 'font' });
  const families = await Promise.all(own.map((asset) => familyOf(world, asset)));
  const there = families.filter((family) => family !== null);
  return [...builtIn, ...there.toSorted((one, other) => one.family.localeCompare(other.family))];
}

/** Null where the file is gone: a font that cannot be drawn with is not offered. */
async function familyOf(world: Needs, { id, projectId, name, sha256 }: AssetRow): Promise<FontFamily | null> {
  if (!(await isWhole(world, sha256))) return null;
  const names = namesKnown.get(sha256) ?? (await readFontNames(world.files.pathOf(sha256)));
  namesKnown.set(sha256, names);
  const url = `/api/projects/${projectId}/assets/${id}`;
  return { family: names.family ?? name, script: null, assetId: id, faces: [{ weight: names.weight, url }] };
}

const builtIn: readonly FontFamily[] = [...new Set(fontFiles.map(({ family }) => family))].map((family) => {
  const files = fontFiles.filter((file) => file.family === family);
  return { family, script: files[0]?.script ?? null, faces: files.map(faceOf) };
});

function faceOf({ id, weight }: FontFile): FontFamily['faces'][number] {
  return { weight, url: `/api/fonts/${id}` };
}
