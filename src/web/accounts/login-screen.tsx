/** Stub until its slice lands. */
export function LoginScreen() {
  return (
    <main id="content" className="p-6">
      <h1 tabIndex={-1} className="text-23">
        Login
      </h1>
    </main>
  );
}
