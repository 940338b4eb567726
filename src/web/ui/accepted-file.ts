/** Whether a file is one of those an `accept` attribute names: types, whole kinds (image/*) and endings (.srt). */
export function isAcceptedFile(file: { readonly name: string; readonly type: string }, accept: string): boolean {
  const wanted = accept
    .split(',')
    .map((kind) => kind.trim().toLowerCase())
    .filter(Boolean);
  if (wanted.length === 0) return true;
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return wanted.some((kind) => {
    if (kind.startsWith('.')) return name.endsWith(kind);
    if (kind.endsWith('/*')) return type.startsWith(kind.slice(0, -1));
    return type === kind;
  });
}
