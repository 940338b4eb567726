/** The mark in the ink of the theme: a frame of film. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 shrink-0 touch:size-8">
      <rect width="32" height="32" rx="7" className="fill-ink" />
      <path
        className="fill-none stroke-room"
        strokeWidth="2.2"
        strokeLinejoin="round"
        d="M8 10h16v12H8zM12 10v12M20 10v12M8 14h4M8 18h4M20 14h4M20 18h4"
      />
    </svg>
  );
}
