/** Stub until its slice lands. */
export function ScenarioScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Scenario
      </h1>
    </main>
  );
}
