/** One thing that was done: what it was called, and the document on its other side (before it in the past, after it in the future). */
interface Step<Document> {
  readonly label: string;
  readonly document: Document;
}

/** A document with everything that was done to it. Documents share what did not change, so that 200 of them cost little. */
export interface History<Document> {
  /** Oldest first. */
  readonly past: readonly Step<Document>[];
  readonly present: Document;
  /** What was undone, to be done again; the next one is last. */
  readonly future: readonly Step<Document>[];
}

const MOST_STEPS = 200;

/** A document to which nothing was done yet. */
export function historyOf<Document>(present: Document): History<Document> {
  return { past: [], present, future: [] };
}

/** Takes one step; what was undone before it is gone. A step that changes nothing is none. */
export function pushStep<Document>(history: History<Document>, label: string, document: Document): History<Document> {
  if (document === history.present) return history;
  return {
    past: [...history.past, { label, document: history.present }].slice(-MOST_STEPS),
    present: document,
    future: [],
  };
}

/** Takes the last step back; `past.at(-1)?.label` says which. */
export function undoStep<Document>(history: History<Document>): History<Document> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.document,
    future: [...history.future, { label: last.label, document: history.present }],
  };
}

/** Does again what was undone last; `future.at(-1)?.label` says what. */
export function redoStep<Document>(history: History<Document>): History<Document> {
  const next = history.future.at(-1);
  if (next === undefined) return history;
  return {
    past: [...history.past, { label: next.label, document: history.present }],
    present: next.document,
    future: history.future.slice(0, -1),
  };
}
