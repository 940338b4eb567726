/** Stub until its slice lands. */
export function SpendScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Spend
      </h1>
    </main>
  );
}
