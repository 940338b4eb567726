/** Stub until its slice lands. */
export function AssetsScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Assets
      </h1>
    </main>
  );
}
