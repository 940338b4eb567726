/** Stub until its slice lands. */
export function TrashScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Trash
      </h1>
    </main>
  );
}
