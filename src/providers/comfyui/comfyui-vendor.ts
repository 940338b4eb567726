import { z } from 'zod';
import { callVendor, kindOfStatus, type Vendor, type VendorAnswer, type VendorCall } from '../call-vendor.ts';
import { ProviderError, type ProviderContext } from '../provider.ts';

const Refused = z.object({
  error: z.union([
    z.string(),
    z.object({ type: z.string().optional(), message: z.string().optional(), details: z.string().optional() }),
  ]),
  node_errors: z
    .record(
      z.string(),
      z.object({
        class_type: z.string().optional(),
        errors: z.array(z.object({ message: z.string().optional(), details: z.string().optional() })).optional(),
      }),
    )
    .or(z.array(z.unknown()))
    .optional(),
});

/** ComfyUI, and what its refusals mean; their shape is that of its server.py (commit 002c3fb9). */
export const comfyuiVendor: Vendor = {
  id: 'comfyui',
  refusal: ({ status, json }) => {
    const kind = kindOfStatus(status);
    const parsed = Refused.safeParse(json);
    if (!parsed.success) {
      const isElsewhere = status === 404 || status === 405;
      return {
        kind,
        message: isElsewhere ? 'There is no ComfyUI at this address.' : `ComfyUI answered with status ${status}.`,
      };
    }
    const { error, node_errors: nodes } = parsed.data;
    if (typeof error === 'string') return { kind, message: error };
    const faults = Array.isArray(nodes)
      ? []
      : Object.entries(nodes ?? {}).flatMap(([id, node]) =>
          (node.errors ?? []).map((one) => `node ${id} (${node.class_type ?? 'unknown'}): ${said(one)}`),
        );
    const message = [said(error), ...faults].join('; ');
    return { kind, message, ...(error.type === undefined ? {} : { vendorCode: error.type }) };
  },
};

function said({
  message,
  details,
}: {
  readonly message?: string | undefined;
  readonly details?: string | undefined;
}): string {
  return [message, details].filter(Boolean).join(': ');
}

/** The answer to a question about something that may not be there; null where it is not. */
export async function askComfy(call: VendorCall, context: ProviderContext): Promise<VendorAnswer | null> {
  try {
    return await callVendor(comfyuiVendor, call, context);
  } catch (error) {
    // Older builds have not all routes: 405 where a path is known for another method only.
    if (error instanceof ProviderError && (error.facts.http === 404 || error.facts.http === 405)) return null;
    throw error;
  }
}
