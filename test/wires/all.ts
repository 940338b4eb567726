import type { AdapterCase } from './adapter-case.ts';
import { claudeCases } from './claude.ts';
import { comfyuiCases } from './comfyui.ts';
import { falCases } from './fal.ts';
import { geminiCases } from './gemini.ts';
import { openaiCompatibleCases } from './openai-compatible.ts';
import { openaiCases } from './openai.ts';
import { replicateCases } from './replicate.ts';
import { runwayCases } from './runway.ts';

/** Every vendor's wire. A provider of `providers/all.ts` that is not here fails the conformance suite. */
export const wireCases: readonly AdapterCase[] = [
  ...claudeCases,
  ...runwayCases,
  ...openaiCases,
  ...openaiCompatibleCases,
  ...geminiCases,
  ...falCases,
  ...replicateCases,
  ...comfyuiCases,
];
