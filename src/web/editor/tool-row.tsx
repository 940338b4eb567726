/** The tools of the editor on a phone. */
export function ToolRow() {
  return null;
}
