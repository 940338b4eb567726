import type { UploadedFile } from '#contract/operation.ts';
import { withMusic } from '#domain/timeline/with-music.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import { examineUpload } from './examine-upload.ts';
import { keepWorkMedia } from './keep-work-media.ts';
import { workAudioUrl } from './work-audio-url.ts';
import type { World } from './world.ts';

/**
 * Makes a sound the music of a work: of its edit where there is one, else of the first edit that is made.
 *
 * @returns where it is
 * @throws Problem `media_unreadable`, `unsupported_media`
 */
export async function uploadWorkAudio(world: World, work: WorkRow, file: UploadedFile): Promise<string> {
  const facts = await examineUpload(world, file, ['audio']);
  const url = workAudioUrl(work);
  await keepWorkMedia(world, work, file, {
    facts,
    replaced: (before) => before.audioSha256,
    patch: async (trx, { timeline }, sha256) => {
      if (!timeline) return { audioSha256: sha256 };
      const sceneIds = (await listScenes(trx, work.id)).map((scene) => scene.id);
      return {
        audioSha256: sha256,
        timeline: withMusic(timeline, { media: { sha256, kind: 'audio' }, url, sceneIds }),
      };
    },
  });
  return url;
}
