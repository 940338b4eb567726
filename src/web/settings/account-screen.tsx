/** Stub until its slice lands. */
export function AccountScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Account
      </h1>
    </main>
  );
}
