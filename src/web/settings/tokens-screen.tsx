/** Stub until its slice lands. */
export function TokensScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Tokens
      </h1>
    </main>
  );
}
