import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { PouredAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaRef } from '#contract/timeline.ts';
import { captionCues } from '#domain/deliver/caption-cues.ts';
import type { DeliveredMedium } from '#domain/deliver/delivered-film.ts';
import { writeSrt, writeVtt } from '#domain/deliver/write-captions.ts';
import { writeFcpxml } from '#domain/deliver/write-fcpxml.ts';
import { type ToldTake, writeManifest } from '#domain/deliver/write-manifest.ts';
import { writeOtio } from '#domain/deliver/write-otio.ts';
import { listAssets } from '#store/assets.ts';
import type { ExportRow } from '#store/exports.ts';
import { getMedia, listMediaOf } from '#store/media.ts';
import { getTakes } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { hashOf } from '../hash-of.ts';
import { fileEnding } from '../media/file-ending.ts';
import { isWhole } from '../media/is-whole.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { exportReport } from './export-report.ts';
import { ExportSettings } from './export-settings.ts';
import { findExport } from './find-export.ts';
import { openPoster } from './open-poster.ts';
import type { ExportPlace } from './read-export.ts';
import { type ZipEntry, zipSizeBytes, zipStream } from './zip-stream.ts';

type Reach = Pick<World, 'database' | 'files' | 'ffmpeg' | 'directories' | 'version'>;

/** A file of a bundle, with what its manifest says of it. */
interface Bundled extends ZipEntry {
  readonly sha256: string;
}

/**
 * Everything that goes along with a finished film, as one zip: the film, its captions and poster, the media it is made of, the edit for other
 * editors, and a manifest. It is sent while it is read; a medium that has been deleted since is left out.
 *
 * @throws Problem `not_found` before the export is finished, `media_missing` where its file is gone
 */
export async function openBundle(
  world: Reach,
  actor: Actor,
  place: ExportPlace,
  signal: AbortSignal,
): Promise<PouredAnswer> {
  const row = await findExport(world, actor, place);
  const { name, projectId } = await findWork(world, actor, place);
  if (row.sha256 === null) throw new Problem('not_found', { what: 'finished export' });
  const exported = await getMedia(world.database.kysely, row.sha256);
  if (!exported || !(await isWhole(world, row.sha256))) throw new Problem('media_missing', { sha256: row.sha256 });
  const found = await mediaOf(world, row);
  const { quality, captions, framing } = ExportSettings.parse(row.settings);
  const film = { name, timeline: row.timeline, framing, media: found.media };
  const cues = captionCues(row.timeline);
  const poster = await readFile((await openPoster(world, actor, place, signal)).path);
  const files: Bundled[] = [
    fileEntry('film.mp4', { sha256: row.sha256, sizeBytes: exported.sizeBytes }, world.files.pathOf(row.sha256)),
    ...(cues.length === 0
      ? []
      : [
          bytesEntry('captions.srt', Buffer.from(writeSrt(cues))),
          bytesEntry('captions.vtt', Buffer.from(writeVtt(cues))),
        ]),
    bytesEntry('poster.jpg', poster),
    bytesEntry('film.otio', Buffer.from(writeOtio(film))),
    bytesEntry('film.fcpxml', Buffer.from(writeFcpxml(film))),
    ...found.entries,
  ];
  const manifest = writeManifest({
    film,
    exported: { id: row.id, createdAt: row.createdAt, quality, captions, framing, notes: exportReport(row).notes },
    files: files.map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 })),
    ...(await originsOf(world, row, projectId)),
    appVersion: world.version,
  });
  const entries = [bytesEntry('manifest.json', Buffer.from(manifest)), ...files];
  return {
    mime: 'application/zip',
    filename: `${name}.zip`,
    sizeBytes: zipSizeBytes(entries),
    etag: hashOf(manifest),
    disposition: 'attachment',
    pour: () => zipStream(entries, new Date(row.createdAt)),
  };
}

function bytesEntry(path: string, bytes: Uint8Array): Bundled {
  return {
    path,
    sizeBytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pour: async function* () {
      yield bytes;
    },
  };
}

function fileEntry(path: string, file: { readonly sha256: string; readonly sizeBytes: number }, from: string): Bundled {
  return { path, sha256: file.sha256, sizeBytes: file.sizeBytes, pour: () => createReadStream(from) };
}

const FOLDER = 'media';

/** The media of a film, numbered in the order they come. */
async function mediaOf(
  world: Pick<World, 'database' | 'files'>,
  { timeline, workspaceId }: ExportRow,
): Promise<{ readonly media: ReadonlyMap<string, DeliveredMedium>; readonly entries: readonly Bundled[] }> {
  const groups: readonly (readonly [string, readonly MediaRef[]])[] = [
    ['clip', timeline.clips.map((clip) => clip.media)],
    ['image', timeline.images.map((image) => image.media)],
    ['sound', timeline.audio.map((track) => track.media)],
  ];
  const hashes = new Set(groups.flatMap(([, refs]) => refs.map(({ sha256 }) => sha256)));
  const kept = await listMediaOf(world.database.kysely, workspaceId, [...hashes]);
  const media = new Map<string, DeliveredMedium>();
  const entries: Bundled[] = [];
  for (const [kind, refs] of groups) {
    let count = 0;
    for (const { sha256 } of refs) {
      const stored = media.has(sha256) ? null : kept.get(sha256);
      if (!stored?.facts || !(await isWhole(world, sha256))) continue;
      const name = `${kind}-${String(++count).padStart(2, '0')}`;
      const path = `${FOLDER}/${name}.${fileEnding(stored.mime)}`;
      media.set(sha256, { path, name, facts: stored.facts });
      entries.push(fileEntry(path, stored, world.files.pathOf(sha256)));
    }
  }
  return { media, entries };
}

/** The takes and assets that are in a film, and the pictures its clips were made from. */
async function originsOf(
  world: Pick<World, 'database'>,
  { timeline }: ExportRow,
  projectId: string,
): Promise<{
  readonly takes: ReadonlyMap<string, ToldTake>;
  readonly assets: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly sha256: string }>;
}> {
  const db = world.database.kysely;
  const refs = [...timeline.clips, ...timeline.images, ...timeline.audio].map((part) => part.media);
  const shown = await getTakes(db, [...new Set(refs.flatMap(({ takeId }) => takeId ?? []))]);
  const parents = await getTakes(db, [...new Set([...shown.values()].flatMap(({ parentIds }) => parentIds))]);
  const ids = [...new Set(refs.flatMap(({ assetId }) => assetId ?? []))];
  const assets = ids.length === 0 ? [] : await listAssets(db, { projectId, ids });
  return {
    takes: new Map([...shown, ...parents]),
    assets: new Map(assets.map(({ id, name, sha256 }) => [id, { id, name, sha256 }])),
  };
}
