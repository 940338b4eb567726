import { useEffect, useId } from 'react';
import { create } from 'zustand';
import type { Icon } from '../ui/glyph.tsx';

/** Something the palette offers while a screen is open. */
export interface Command {
  readonly id: string;
  /** A verb and what it is done to, with its price where it has one. */
  readonly label: string;
  readonly icon?: Icon;
  /** Other words it is found by. */
  readonly keywords?: readonly string[];
  /** The keys that do the same, as they are written on the keyboard. */
  readonly keys?: string;
  readonly run: () => void;
}

/** Keys that do something on a screen, for the list of shortcuts; the screen listens to them itself. */
export interface ScreenKeys {
  readonly keys: string;
  readonly does: string;
}

interface Registered {
  readonly commands: Readonly<Record<string, readonly Command[]>>;
  readonly keys: Readonly<Record<string, readonly ScreenKeys[]>>;
}

/** What the open screens offer, by who registered it. */
export const useRegistered = create<Registered>(() => ({ commands: {}, keys: {} }));

/**
 * Offers what a screen can do in the palette while it is shown.
 *
 * @param commands memoised, or the palette is told anew at every render
 */
export function useCommands(commands: readonly Command[]): void {
  useRegister('commands', commands);
}

/** Names the keys of a screen in the list of shortcuts while it is shown. */
export function useScreenKeys(keys: readonly ScreenKeys[]): void {
  useRegister('keys', keys);
}

function useRegister<K extends keyof Registered>(kind: K, given: Registered[K][string]): void {
  const owner = useId();
  useEffect(() => {
    useRegistered.setState((all) => ({ [kind]: { ...all[kind], [owner]: given } }));
    return () =>
      useRegistered.setState((all) => ({
        [kind]: Object.fromEntries(Object.entries(all[kind]).filter(([other]) => other !== owner)),
      }));
  }, [kind, owner, given]);
}
