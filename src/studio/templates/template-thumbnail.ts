import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { busiestMoment } from '#domain/templates/busiest-moment.ts';
import { frameOfTemplate } from '#domain/templates/frame-of-template.ts';
import { timeOverlay } from '#domain/templates/time-overlay.ts';
import { rasterInThread } from '#render/overlays/raster-thread.ts';
import { listAssets } from '#store/assets.ts';
import type { TemplateRow } from '#store/templates.ts';
import { hashOf } from '../hash-of.ts';
import { isWhole } from '../media/is-whole.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';

const WIDTH_PX = 360;
const MOST_PICTURES = 20; // each is decoded in full; more are not seen at this size
const MOST_TEXTS = 8; // an export waits for the same thread to draw its own
const LONGEST_TEXT = 200; // characters; more do not fit into a frame
const FILM_S = 15; // a usual film; which overlays are seen together hardly changes with it
const DRAWING = 1; // raise it when what is drawn changes, so that older pictures are drawn again

/**
 * A picture of the overlays of a template where most of them are seen together; drawn when it is first asked for.
 *
 * @throws Problem `not_found` where it has none to draw
 */
export async function templateThumbnail(
  world: Pick<World, 'database' | 'files' | 'directories' | 'clock' | 'random'>,
  template: TemplateRow,
): Promise<FileAnswer> {
  const { texts, images, fonts } = await overlaysOf(world, template);
  if (texts.length + images.length === 0) throw new Problem('not_found', { what: 'overlay in this template to draw' });
  const drawn = {
    kind: 'sheet',
    frame: frameOfTemplate(template.content),
    widthPx: WIDTH_PX,
    texts,
    images,
    fonts,
  } as const;
  const etag = hashOf([DRAWING, drawn]);
  const folder = folderOf(world, template);
  const path = join(folder, `${etag}.png`);
  let found = await stat(path).catch(() => null);
  if (!found) {
    await rm(folder, { recursive: true, force: true }); // of what it looked like before
    await mkdir(folder, { recursive: true });
    const half = join(folder, `${newId(world, 'media')}.half`);
    await rasterInThread({ ...drawn, path: half });
    await rename(half, path);
    found = await stat(path);
  }
  return { path, mime: 'image/png', filename: `${template.name}.png`, sizeBytes: found.size, etag };
}

/** Takes the pictures of a project's templates off the disk, or of one of them; they are drawn again when asked for. */
export async function forgetThumbnails(
  world: Pick<World, 'directories'>,
  of: { readonly projectId: string; readonly id?: string },
): Promise<void> {
  await rm(folderOf(world, of), { recursive: true, force: true });
}

function folderOf(
  { directories }: Pick<World, 'directories'>,
  { projectId, id }: { readonly projectId: string; readonly id?: string },
): string {
  const ofProject = join(directories.scratch, 'thumbnails', hashOf(projectId));
  return id === undefined ? ofProject : join(ofProject, hashOf(id));
}

/** What is seen together, as it is drawn; pictures that are gone are left out, fonts that are gone stood in for. */
async function overlaysOf(world: Pick<World, 'database' | 'files'>, { content, projectId }: TemplateRow) {
  const assets = await listAssets(world.database.kysely, { projectId });
  const hashes = new Map(assets.filter(({ type }) => type === 'image').map(({ id, sha256 }) => [id, sha256]));
  const ownFonts = new Map(assets.filter(({ type }) => type === 'font').map(({ id, sha256 }) => [id, sha256]));
  const fonts: Record<string, string> = {};
  const timed = [...content.textOverlays, ...content.imageOverlays].flatMap((overlay) => {
    const span = timeOverlay(overlay, FILM_S);
    return span === null ? [] : [{ overlay, ...span }];
  });
  const texts: TextOverlay[] = [];
  const images: { overlay: ImageOverlay; picturePath: string }[] = [];
  for (const { overlay } of busiestMoment(timed)) {
    const frames = { startFrame: 0, endFrame: 1 };
    if ('text' in overlay) {
      const { animation: _, ...text } = overlay;
      if (texts.length >= MOST_TEXTS) continue;
      const shown = { ...text, text: text.text.slice(0, LONGEST_TEXT).toWellFormed() };
      texts.push(TextOverlay.parse({ ...shown, ...frames }));
      const font = ownFonts.get(text.fontAssetId ?? '');
      if (text.fontAssetId !== undefined && font !== undefined && (await isWhole(world, font))) {
        fonts[text.fontAssetId] = world.files.pathOf(font);
      }
      continue;
    }
    const sha256 = hashes.get(overlay.assetId);
    if (sha256 === undefined || images.length >= MOST_PICTURES || !(await isWhole(world, sha256))) continue;
    const { animation: _, ...image } = overlay;
    images.push({
      overlay: ImageOverlay.parse({ ...image, ...frames, media: { sha256, kind: 'image' } }),
      picturePath: world.files.pathOf(sha256),
    });
  }
  return { texts, images, fonts };
}
