import { create } from 'zustand';

/** What became of something, told at the edge of the screen. */
export interface Toast {
  readonly title: string;
  readonly text?: string;
  /** `err` stays until it is closed. */
  readonly tone?: 'done' | 'err' | 'tally' | 'work';
  /** Takes back what was done. */
  readonly undo?: () => unknown;
  readonly action?: { readonly label: string; readonly onSelect: () => unknown };
}

interface Toasts {
  readonly toasts: readonly (Toast & { readonly id: string })[];
}

/** The toasts that are shown, the oldest first; `ToastRegion` shows them. */
export const useToasts = create<Toasts>(() => ({ toasts: [] }));

/** Tells what became of something; answers the id it can be closed by. */
export function toast(told: Toast): string {
  const id = crypto.randomUUID();
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...told, id }] }));
  return id;
}

/** Takes a toast away. */
export const closeToast = (id: string): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
