/** What is being exported, and what is to be. */
export function ExportDialog() {
  return null;
}
