import { gemini } from './gemini/gemini.ts';
import { local } from './local/local.ts';
import { dalle } from './openai/dalle.ts';
import { openai } from './openai/openai.ts';
import type { Provider } from './provider.ts';
import { runway } from './runway/runway.ts';

/** Every provider there is. One more is a folder and a line here. */
export const providers: readonly Provider[] = [local, gemini, openai, dalle, runway];
