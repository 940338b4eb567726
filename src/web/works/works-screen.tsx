/** Stub until its slice lands. */
export function WorksScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Works
      </h1>
    </main>
  );
}
