import { use } from 'react';
import { currentLanguage } from '../app/language.ts';
import type { Catalogue } from './areas.ts';

/** A part of the catalogue that is loaded with the screens that speak it. */
export type Area = keyof Catalogue;

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(['./en/*.ts', './tr/*.ts']);
const loaded = new Map<Area, Promise<unknown>>();

/**
 * Loads the words of an area in the language in use; a screen's loader asks for all that the screen will say, so that
 * they come along with its code.
 */
export function loadStrings<A extends Area>(area: A): Promise<Catalogue[A]> {
  const file = `./${currentLanguage()}/${kebab(area)}.ts`;
  const known = loaded.get(area) ?? modules[file]?.().then((module) => Object.values(module)[0]);
  if (!known) throw new Error(`there are no words in ${file}`);
  loaded.set(area, known);
  return known as Promise<Catalogue[A]>;
}

/** The words of an area: texts, and functions where something is counted or named. */
export const useStrings = <A extends Area>(area: A): Catalogue[A] => use(loadStrings(area));

const kebab = (area: string): string => area.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
