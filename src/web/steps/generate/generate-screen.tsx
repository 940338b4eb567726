/** Stub until its slice lands. */
export function GenerateScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Generate
      </h1>
    </main>
  );
}
