import { sql } from 'kysely';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOwner, aScript, aTake, aWork, newId, someFacts } from '../../test/stored-rows.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { Database } from './database/open-database.ts';
import { dropReference } from './drop-reference.ts';
import { dropReferences } from './drop-references.ts';
import { openFileStore, type FileStore } from './files/file-store.ts';
import { keepDerived } from './keep-derived.ts';
import { keepMedia, type KeptMedia } from './keep-media.ts';
import { getMedia, getMediaOf, shareMedia, type MediaOwner } from './media.ts';
import { replaceScenes } from './scenes.ts';
import { sweepMedia } from './sweep-media.ts';
import { insertTake } from './takes.ts';
import { getUserMedia, insertUserMedia } from './user-media.ts';

describeOnEachEngine('media', (open) => {
  let database: Database;
  let directory: string;
  let files: FileStore;
  let workspaceId: string;
  beforeAll(async () => {
    database = await open();
    directory = await mkdtemp(join(tmpdir(), 'media-'));
    files = await openFileStore(join(directory, 'files'));
    ({ workspaceId } = await anOwner(database.kysely));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const anyOwner = (): MediaOwner => ({ kind: 'take', id: newId('take') });
  async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  const keep = (bytes: Uint8Array, owner: MediaOwner): Promise<KeptMedia> =>
    keepMedia(database, files, { stream: oneChunk(bytes), facts: someFacts, owner, workspaceId });

  const aLoose = (id: string, sha256: string, expiresAt: number) =>
    insertUserMedia(database.kysely, { id, workspaceId, createdBy: null, sha256, filename: 'a.png', expiresAt });
  const derive = async (sha256: string): Promise<boolean> => {
    const path = join(directory, 'derived');
    await writeFile(path, 'derived');
    return keepDerived(database, files, { sha256, name: 'poster-1.jpg', path });
  };

  test('a kept file is on disk and known to its workspace, to no other', async () => {
    const path = join(directory, 'clip');
    await writeFile(path, 'a clip');
    let measured = '';
    const facts = async (staged: string) => {
      measured = staged;
      return someFacts;
    };
    const kept = await keepMedia(database, files, { path, facts, owner: anyOwner(), workspaceId });
    expect(kept).toMatchObject({ sizeBytes: 6, mime: 'image/png', facts: someFacts, path: files.pathOf(kept.sha256) });
    expect(measured).not.toBe('');
    expect(await files.has(kept.sha256)).toBe(true);
    expect(await getMediaOf(database.kysely, workspaceId, kept.sha256)).toMatchObject({
      mime: 'image/png',
      facts: someFacts,
      sizeBytes: 6,
    });
    expect(await getMediaOf(database.kysely, newId('workspace'), kept.sha256)).toBeNull();
  });

  test('a file that cannot be measured is not kept', async () => {
    const bytes = randomBytes(10);
    const facts = () => Promise.reject(new Error('unreadable'));
    const keeping = keepMedia(database, files, { stream: oneChunk(bytes), facts, owner: anyOwner(), workspaceId });
    await expect(keeping).rejects.toThrow('unreadable');
    expect(await sweepMedia(database, files, { graceMs: -60_000 })).toMatchObject({ staged: 0 });
  });

  test('the file goes with its last owner, not before', async () => {
    const [first, second] = [anyOwner(), anyOwner()];
    const { sha256 } = await keep(Buffer.from('shared bytes'), first);
    await keep(Buffer.from('shared bytes'), second);
    expect(await dropReferences(database, files, [first])).toEqual([]);
    expect(await files.has(sha256)).toBe(true);
    expect(await dropReferences(database, files, [second])).toEqual([sha256]);
    expect(await files.has(sha256)).toBe(false);
    expect(await getMedia(database.kysely, sha256)).toBeNull();
    expect(await dropReferences(database, files, [second])).toEqual([]);
  });

  test('what was made of a file goes with it, and nothing is kept of a file that has gone', async () => {
    const owner = anyOwner();
    const { sha256 } = await keep(randomBytes(20), owner);
    expect(await derive(sha256)).toBe(true);
    expect(await files.derived.textOf(sha256, 'poster-1.jpg')).toBe('derived');
    await dropReferences(database, files, [owner]);
    expect(await files.derived.sizeOf(sha256, 'poster-1.jpg')).toBeNull();
    expect(await derive(sha256)).toBe(false);
    expect(await files.derived.sizeOf(sha256, 'poster-1.jpg')).toBeNull();
  });

  test('one of the files of an owner can be let go, and the others stay', async () => {
    const owner = anyOwner();
    const [first, second] = [await keep(randomBytes(20), owner), await keep(randomBytes(20), owner)];
    await dropReference(database, files, owner, first.sha256);
    expect([await files.has(first.sha256), await files.has(second.sha256)]).toEqual([false, true]);
  });

  test('a file can be shared with one more owner as long as somebody has it', async () => {
    const [first, second] = [anyOwner(), anyOwner()];
    const { sha256 } = await keep(randomBytes(20), first);
    const share = (owner: MediaOwner) =>
      database.transaction((trx) => shareMedia(trx, sha256, { ...owner, workspaceId }));
    await share(second);
    await dropReferences(database, files, [first]);
    expect(await files.has(sha256)).toBe(true);
    await dropReferences(database, files, [second]);
    await expect(share(first)).rejects.toMatchObject({ code: 'media_missing' });
  });

  test('bytes that are brought in while they are deleted elsewhere are there for whoever brought them', async () => {
    const bytes = Buffer.from('contended bytes');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (let round = 0; round < 15; round++) {
      const [before, after] = [anyOwner(), anyOwner()];
      await keep(bytes, before);
      await Promise.all([keep(bytes, after), dropReferences(database, files, [before])]);
      expect(await files.has(sha256), `round ${round}`).toBe(true);
      expect(await getMedia(database.kysely, sha256)).not.toBeNull();
      await dropReferences(database, files, [after]);
      expect(await files.has(sha256), `round ${round}, dropped`).toBe(false);
    }
  });

  test('a sweep takes what has no owner once the grace is over, and nothing else', async () => {
    const work = await aWork(database.kysely);
    const [scene] = await database.transaction((trx) =>
      replaceScenes(trx, work, [aScript('a')], { newId: () => newId('scene'), userId: null }),
    );
    if (scene === undefined) throw new Error('one scene was stored');
    const wantedOwner = anyOwner();
    const wanted = await keep(randomBytes(20), wantedOwner);
    await insertTake(database.kysely, aTake(scene, { id: wantedOwner.id, sha256: wanted.sha256 }));
    const looseOwner: MediaOwner = { kind: 'user', id: newId('media') };
    const loose = await keep(randomBytes(20), looseOwner);
    await aLoose(looseOwner.id, loose.sha256, Date.now() + 60_000);
    const overOwner: MediaOwner = { kind: 'user', id: newId('media') };
    const over = await keep(randomBytes(20), overOwner);
    await aLoose(overOwner.id, over.sha256, Date.now() - 60_000);
    const ownerless = await keep(randomBytes(20), anyOwner());
    await derive(wanted.sha256);
    await derive(ownerless.sha256);
    const unknown = await files.place(await files.stage({ stream: oneChunk(randomBytes(20)) }));
    const unreferenced = await keep(randomBytes(20), { kind: 'asset', id: 'asset_gone' });
    await sql`delete from media_reference where owner_id = 'asset_gone'`.execute(database.kysely);

    await sweepMedia(database, files);
    expect(await files.has(over.sha256)).toBe(false);
    expect(await getUserMedia(database.kysely, overOwner.id)).toBeNull();
    expect(await getUserMedia(database.kysely, looseOwner.id)).toMatchObject({ sha256: loose.sha256 });
    expect(await Promise.all([ownerless, unreferenced].map((media) => files.has(media.sha256)))).toEqual([true, true]);

    await sweepMedia(database, files, { graceMs: -60_000 });
    expect(await Promise.all([wanted, loose].map((media) => files.has(media.sha256)))).toEqual([true, true]);
    expect(await Promise.all([ownerless, unreferenced].map((media) => files.has(media.sha256)))).toEqual([
      false,
      false,
    ]);
    for await (const file of files.list()) expect(files.pathOf(file.sha256)).not.toBe(unknown);
    expect(await files.derived.sizeOf(wanted.sha256, 'poster-1.jpg')).toBe(7);
    for await (const file of files.derived.list()) expect(file.sha256).not.toBe(ownerless.sha256);
  });
});
