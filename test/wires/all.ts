import type { AdapterCase } from './adapter-case.ts';
import { geminiCases } from './gemini.ts';
import { openaiCases } from './openai.ts';
import { runwayCases } from './runway.ts';

/** Every vendor's wire. A provider of `providers/all.ts` that is not here fails the conformance suite. */
export const wireCases: readonly AdapterCase[] = [...runwayCases, ...openaiCases, ...geminiCases];
