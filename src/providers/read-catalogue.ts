import { readFile } from 'node:fs/promises';
import { Problem } from '#contract/problems.ts';
import { extendCatalogue } from './extend-catalogue.ts';
import type { Provider } from './provider.ts';

/**
 * The providers with what a catalogue file adds to them; as they are where there is no file.
 *
 * @param options.isNamed somebody asked for this very file, so that it must be there
 * @throws Problem `bad_configuration`, naming the file and the line
 */
export async function readCatalogue(
  providers: readonly Provider[],
  path: string,
  options: { readonly isNamed: boolean },
): Promise<readonly Provider[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent && !options.isNamed) return providers;
    throw wrong(path, isAbsent ? 'the file is not there' : 'the file cannot be read', error);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw wrong(path, `it is no JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  try {
    return extendCatalogue(providers, document);
  } catch (error) {
    if (error instanceof Problem) throw wrong(path, String(error.facts['reason']), error);
    throw error;
  }
}

function wrong(path: string, reason: string, cause: unknown): Problem {
  return new Problem('bad_configuration', { reason: `The catalogue ${path}: ${reason}` }, { cause });
}
