/** Stub until its slice lands. */
export function ProvidersScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Providers
      </h1>
    </main>
  );
}
