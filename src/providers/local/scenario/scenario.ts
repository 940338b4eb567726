import type { ScenarioAdapter } from '../../provider.ts';
import { extractStyleGuide } from '../style-guide/extract-style-guide.ts';
import { directFilm } from './direct-film.ts';
import { proposeScenes } from './propose-scenes.ts';

/** The keyless director: free, at once, the same film for the same seed. */
export const scenario: ScenarioAdapter = {
  async write(request, context) {
    context.signal.throwIfAborted();
    context.progress(1);
    return { scenes: directFilm(request) };
  },
  async propose(request, context) {
    context.signal.throwIfAborted();
    context.progress(1);
    return proposeScenes(request);
  },
  async extractStyleGuide(request, context) {
    context.signal.throwIfAborted();
    context.progress(1);
    return { styleGuide: extractStyleGuide(request) };
  },
};
