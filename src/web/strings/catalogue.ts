import { use } from 'react';
import { currentLanguage } from '../app/language.ts';
import type { Catalogue } from './areas.ts';

/** A part of the catalogue that is loaded with the screens that speak it. */
export type Area = keyof Catalogue;

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(['./en/*.ts', './tr/*.ts']);
const asked = new Map<Area, Promise<unknown>>();
const there = new Map<Area, unknown>();

/**
 * Loads the words of an area in the language in use; a screen's loader asks for all that the screen will say, so that
 * they come along with its code.
 */
export function loadStrings<A extends Area>(area: A): Promise<Catalogue[A]> {
  const file = `./${currentLanguage()}/${kebab(area)}.ts`;
  const known = asked.get(area) ?? modules[file]?.().then((module) => kept(area, Object.values(module)[0]));
  if (!known) throw new Error(`there are no words in ${file}`);
  asked.set(area, known);
  return known as Promise<Catalogue[A]>;
}

function kept(area: Area, words: unknown): unknown {
  there.set(area, words);
  return words;
}

/**
 * The words of an area: texts, and functions where something is counted or named. Words that are there are not waited
 * for: React takes even a kept promise that it sees for the first time for one that is open, and hides the whole screen
 * for a third of a second where news from the server made a part say something in them.
 */
export const useStrings = <A extends Area>(area: A): Catalogue[A] =>
  (there.get(area) as Catalogue[A] | undefined) ?? use(loadStrings(area));

const kebab = (area: string): string => area.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
