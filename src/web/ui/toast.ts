import type { Icon } from './glyph.tsx';

/** What is told at the edge of the page. */
export interface ToastMessage {
  /** What happened, in a short sentence. */
  readonly title: string;
  readonly text?: string | undefined;
  /** An error stays until it is closed; the rest goes by itself. */
  readonly tone?: 'plain' | 'done' | 'error' | undefined;
  /** Takes back what was done; the message stays longer for it. */
  readonly undo?: (() => unknown) | undefined;
  /** One other thing to do about it. */
  readonly action?: { readonly label: string; readonly onSelect: () => void; readonly icon?: Icon } | undefined;
}

/** A message that is being shown. */
export interface ShownToast extends ToastMessage {
  readonly id: number;
  /** How long it stays once nobody looks at it; null for until it is closed. */
  readonly staysMs: number | null;
}

const shownAtOnce = 4;
let shown: readonly ShownToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function stayMs({ tone, undo, action, title, text = '' }: ToastMessage): number | null {
  if (tone === 'error') return null;
  const readingMs = (title.length + text.length) * 60;
  return Math.max(undo || action ? 10_000 : 5_000, readingMs);
}

/** Tells something at the edge of the page, and returns what closes it. */
export function toast(message: ToastMessage): () => void {
  lastId += 1;
  const id = lastId;
  const same = shown.filter((other) => other.title !== message.title || other.text !== message.text);
  show([...same, { ...message, id, staysMs: stayMs(message) }].slice(-shownAtOnce));
  return () => closeToast(id);
}

/** Closes a message. */
export function closeToast(id: number): void {
  show(shown.filter((other) => other.id !== id));
}

/** The messages being shown, oldest first. */
export function shownToasts(): readonly ShownToast[] {
  return shown;
}

/** Calls back whenever other messages are shown; returns what ends it. */
export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
