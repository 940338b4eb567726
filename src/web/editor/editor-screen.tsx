/** Stub until its slice lands. */
export function EditorScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Editor
      </h1>
    </main>
  );
}
