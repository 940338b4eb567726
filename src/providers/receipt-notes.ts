import { z } from 'zod';
import type { Receipt } from './provider.ts';

const Notes = z.array(z.string());

/** What is to be told of a result that is still to come, as a receipt keeps it; empty where there is nothing. */
export function keepNotes(notes: readonly string[]): { readonly notes?: string } {
  return notes.length > 0 ? { notes: JSON.stringify(notes) } : {};
}

/** The same again, once the result is there. */
export function notesOf({ extra }: Pick<Receipt, 'extra'>): readonly string[] {
  return extra?.['notes'] === undefined ? [] : Notes.parse(JSON.parse(extra['notes']));
}
