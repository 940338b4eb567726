interface ReceivedProps {
  readonly title: string;
  readonly text: string;
  /** Said where there is nothing. */
  readonly empty: string;
}

/** What a model is sent, word for word. */
export function Received({ title, text, empty }: ReceivedProps) {
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="text-12 font-semibold text-ink2">{title}</h2>
      <p lang="en" className="rounded-6 bg-well p-3 text-13 whitespace-pre-wrap text-ink2">
        {text === '' ? empty : text}
      </p>
    </section>
  );
}
