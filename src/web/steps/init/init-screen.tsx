/** Stub until its slice lands. */
export function InitScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Init
      </h1>
    </main>
  );
}
