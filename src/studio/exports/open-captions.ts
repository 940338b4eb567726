import type { PouredAnswer } from '#contract/operation.ts';
import { captionCues } from '#domain/deliver/caption-cues.ts';
import { writeSrt, writeVtt } from '#domain/deliver/write-captions.ts';
import type { Actor } from '../actor.ts';
import { hashOf } from '../hash-of.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { findExport } from './find-export.ts';
import type { ExportPlace } from './read-export.ts';

const FORMATS = {
  srt: { write: writeSrt, mime: 'application/x-subrip; charset=utf-8' },
  vtt: { write: writeVtt, mime: 'text/vtt; charset=utf-8' },
} as const;

/** What is read in an exported film, in its times. */
export async function openCaptions(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: ExportPlace,
  format: keyof typeof FORMATS,
): Promise<PouredAnswer> {
  const { timeline } = await findExport(world, actor, place);
  const { name } = await findWork(world, actor, place);
  const { write, mime } = FORMATS[format];
  const text = write(captionCues(timeline));
  const bytes = Buffer.from(text, 'utf8');
  return {
    mime,
    filename: `${name}.${format}`,
    sizeBytes: bytes.byteLength,
    etag: hashOf(text),
    disposition: 'attachment',
    pour: async function* () {
      yield bytes;
    },
  };
}
