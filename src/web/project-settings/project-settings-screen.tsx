/** Stub until its slice lands. */
export function ProjectSettingsScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        ProjectSettings
      </h1>
    </main>
  );
}
