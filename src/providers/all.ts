import { claude } from './claude/claude.ts';
import { comfyui } from './comfyui/comfyui.ts';
import { fal } from './fal/fal.ts';
import { gemini } from './gemini/gemini.ts';
import { local } from './local/local.ts';
import { dalle } from './openai/dalle.ts';
import { openaiCompatible } from './openai-compatible/openai-compatible.ts';
import { openai } from './openai/openai.ts';
import type { Provider } from './provider.ts';
import { replicate } from './replicate/replicate.ts';
import { runway } from './runway/runway.ts';

/** Every provider there is. One more is a folder and a line here. */
export const providers: readonly Provider[] = [
  local,
  gemini,
  claude,
  openai,
  dalle,
  openaiCompatible,
  runway,
  fal,
  replicate,
  comfyui,
];
