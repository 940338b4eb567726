import type { z } from 'zod';
import type { VendorAnswer } from './call-vendor.ts';
import { ProviderError } from './provider.ts';

/**
 * What a vendor answered, as far as we read it.
 *
 * @throws ProviderError where it is something else than its documentation says: `permanent`, but `ambiguous` where it was
 *   asked for money, since nobody can tell what became of it
 */
export function readAnswer<T>(
  vendor: { readonly id: string },
  answer: VendorAnswer,
  shape: z.ZodType<T>,
  options: { readonly paid?: boolean } = {},
): T {
  const read = shape.safeParse(answer.json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  const what = answer.json === null ? 'with no JSON' : `with something that is not understood${where}`;
  throw new ProviderError(options.paid ? 'ambiguous' : 'permanent', vendor.id, `it answered ${what}`, {
    http: answer.status,
  });
}
