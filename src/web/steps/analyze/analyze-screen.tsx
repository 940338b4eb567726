/** Stub until its slice lands. */
export function AnalyzeScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Analyze
      </h1>
    </main>
  );
}
