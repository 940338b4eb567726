/** Of types whose usual ending is another than their name. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
  'video/matroska': 'mkv',
  'audio/mpeg': 'mp3',
  'audio/vnd.wave': 'wav',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
};

/** What the name of a file of some type ends with, without the dot. */
export function fileEnding(mime: string): string {
  return (
    ENDINGS[mime] ??
    mime
      .split('/')[1]
      ?.replace(/^x-/, '')
      .replace(/[^a-z0-9]/g, '') ??
    'bin'
  );
}
