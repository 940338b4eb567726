import type { Vendor } from '../call-vendor.ts';
import { openaiVendor } from '../openai/openai-vendor.ts';

/** The id of the provider. */
export const COMPATIBLE = 'openai-compatible';

/** An engine that speaks OpenAI's wire; a model that it has not is told with what helps. */
export function compatibleVendor(model?: string): Vendor {
  const vendor = openaiVendor(COMPATIBLE);
  if (model === undefined) return vendor;
  return {
    id: vendor.id,
    refusal(answer) {
      const refusal = vendor.refusal(answer);
      const isMissing = answer.status === 404 && /model/i.test(refusal.message);
      if (!isMissing) return refusal;
      const help = `run "ollama pull ${model}" where Ollama runs, or name a model that the engine has`;
      return { ...refusal, kind: 'permanent', message: `${refusal.message}: ${help}` };
    },
  };
}
