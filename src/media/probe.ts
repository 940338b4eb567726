import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { bannerFacts } from './banner-facts.ts';
import { pictureFacts } from './picture-facts.ts';
import { readContainer } from './probe-thread.ts';
import { sniff, whatElse } from './sniff.ts';

/**
 * Measures a media file without decoding it: its kind, size, length, rate, rotation and pixel aspect.
 *
 * What cannot be known is null. The type is read from the bytes, never from the name.
 *
 * @param options.name what the user calls the file, for the problem's sentence; by default the file's own name
 * @throws Problem `media_unreadable` with a reason of one line
 */
export async function probe(path: string, options: { ffmpeg: string; name?: string }): Promise<MediaFacts> {
  const name = options.name ?? basename(path);
  const unreadable = (reason: string, cause?: unknown): Problem =>
    new Problem('media_unreadable', { name, reason }, { cause });

  const file = await stat(path).catch((cause: unknown) => {
    throw unreadable('there is no such file', cause);
  });
  if (!file.isFile()) throw unreadable('it is not a file');
  if (file.size === 0) throw unreadable('it is empty');
  const sniffed = await sniff(path);
  if (!sniffed) {
    throw unreadable(`it is not a picture, video or sound of a kind that is known, but ${await whatElse(path)}`);
  }

  if (sniffed.kind === 'image') {
    const picture = await pictureFacts(path);
    if (picture.status === 'broken') throw unreadable(picture.reason);
    return {
      kind: 'image',
      mime: sniffed.mime,
      sizeBytes: file.size,
      width: picture.width,
      height: picture.height,
      durationS: null,
      frameCount: null,
      fps: null,
      hasAudio: false,
      rotation: 0,
      pixelAspect: 1,
      codec: null,
    };
  }

  const first = await readContainer(path, file.size);
  const isCertain = first.status === 'broken' || (first.status === 'read' && first.facts.kind === sniffed.kind);
  const reading = isCertain ? first : await bannerFacts(path, options.ffmpeg); // it knows more kinds of picture tracks
  if (reading.status === 'broken') throw unreadable(reading.reason);
  if (reading.status === 'unknown') throw unreadable('it is damaged, or of a kind that is not known');
  return { ...reading.facts, mime: mimeFor(reading.facts.kind, sniffed.mime), sizeBytes: file.size };
}

/** An MP4 of sound alone is `audio/mp4`: players choose by the first half. */
function mimeFor(kind: MediaFacts['kind'], mime: string): string {
  const [top, subtype] = mime.split('/');
  return top === 'video' && kind === 'audio' ? `audio/${subtype ?? 'mp4'}` : mime;
}
