import { currentLanguage } from '../app/language.ts';
import { FRAMES_OF_A_LINE, type ExampleLine } from './example-lines.ts';

const frames = import.meta.glob<string>('./example-frames/*/*.webp', { eager: true, query: '?url', import: 'default' });

/** The frames of an example, drawn by the built-in engine from its line in the language in use. */
export const framesOf = ({ id }: Pick<ExampleLine, 'id'>): readonly string[] =>
  Array.from(
    { length: FRAMES_OF_A_LINE },
    (_, place) => frames[`./example-frames/${currentLanguage()}/${id}-${place}.webp`],
  ).filter((url) => url !== undefined);
