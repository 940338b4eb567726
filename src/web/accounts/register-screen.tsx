/** Stub until its slice lands. */
export function RegisterScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Register
      </h1>
    </main>
  );
}
