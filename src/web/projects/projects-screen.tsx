/** Stub until its slice lands. */
export function ProjectsScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Projects
      </h1>
    </main>
  );
}
