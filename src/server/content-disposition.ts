/**
 * The header that names a file (RFC 6266): its name in ASCII for old readers, and in full (RFC 8187) for the others.
 *
 * Whatever a name holds, it ends no quoted string and starts no new line.
 */
export function contentDisposition(disposition: 'inline' | 'attachment', filename: string): string {
  const name = filename.toWellFormed().replaceAll(/[\p{Cc}\\/]/gu, '_');
  const plain = name
    .replaceAll(/[^\x20-\x7e]/g, '_')
    .replaceAll('"', "'")
    .replaceAll('%', '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${full}`}`;
}
