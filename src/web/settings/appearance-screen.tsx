/** Stub until its slice lands. */
export function AppearanceScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Appearance
      </h1>
    </main>
  );
}
