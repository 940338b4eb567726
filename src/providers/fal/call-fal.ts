import { z } from 'zod';
import { callVendor, kindOfStatus, type Refusal, type VendorAnswer, type VendorCall } from '../call-vendor.ts';
import { ownEntry } from '../own-entry.ts';
import { ProviderError, type ProviderContext, type ProviderErrorKind } from '../provider.ts';

/** One call to fal's queue, with the key. */
export function callFal(call: VendorCall, context: ProviderContext): Promise<VendorAnswer> {
  const headers = { authorization: `Key ${context.apiKey ?? ''}`, accept: 'application/json', ...call.headers };
  return callVendor({ id: 'fal', refusal }, { ...call, headers }, context);
}

/**
 * The path of a model: ids are paths here, and one that a user typed must stay below the queue.
 *
 * @throws ProviderError `invalid_input`
 */
export function pathOf(modelId: string): string {
  const parts = modelId.split('/');
  const isPath = parts.length > 1 && parts.every((part) => /^[\w-][\w.-]*$/.test(part));
  if (isPath) return `/${modelId}`;
  throw new ProviderError(
    'invalid_input',
    'fal',
    'a model of fal is written as fal-ai/flux-2-pro: an owner and a name.',
  );
}

/** What a model has against its input, or the queue against a request; of the two shapes only one is there. */
export const Failure = z.object({
  detail: z.union([
    z.string(),
    z.array(z.object({ msg: z.string().catch(''), type: z.string().catch(''), loc: z.array(z.unknown()).catch([]) })),
  ]),
  error_type: z.string().optional().catch(undefined),
});

function refusal({ status, json, text }: VendorAnswer): Refusal {
  const failure = Failure.safeParse(json);
  if (!failure.success) return { kind: kindOfStatus(status), message: text.trim() || `fal answered ${status}` };
  return readFailure(failure.data, status);
}

/** What a failure means; the types are those of fal.ai/docs/documentation/model-apis/errors and request-errors. */
export function readFailure({ detail, error_type: type }: z.infer<typeof Failure>, status: number): Refusal {
  if (typeof detail === 'string') {
    // With a type it is a machine that went away or a time that was over, unless the status says that it is us.
    const kind = type !== undefined && status >= 500 ? 'transient' : kindOfDetail(detail, status);
    return { kind, message: detail, ...(type === undefined ? {} : { vendorCode: type }) };
  }
  const [first] = detail;
  if (!first) return { kind: kindOfStatus(status), message: `fal answered ${status}` };
  const where = first.loc.filter((part) => part !== 'body').join('.');
  return {
    kind: ownEntry(KINDS, first.type) ?? kindOfStatus(status),
    message: where === '' ? first.msg : `${where}: ${first.msg}`,
    vendorCode: first.type,
  };
}

const KINDS: Readonly<Record<string, ProviderErrorKind>> = {
  content_policy_violation: 'moderated',
  no_media_generated: 'permanent',
  internal_server_error: 'transient',
  generation_timeout: 'transient',
  downstream_service_error: 'transient',
  downstream_service_unavailable: 'transient',
};

/** An account without credit is "locked" with a 403 (docs: FAQ); there is no code for it, only the words [K]. */
function kindOfDetail(detail: string, status: number): ProviderErrorKind {
  return status === 403 && /\b(locked|balance|credits?)\b/i.test(detail) ? 'quota' : kindOfStatus(status);
}
