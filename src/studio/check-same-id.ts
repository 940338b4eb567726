import { Problem } from '#contract/problems.ts';

/**
 * Makes sure that a thing sent back as it was read is sent to its own address.
 *
 * @throws Problem `invalid_input`
 */
export function checkSameId(given: string | undefined, inAddress: string): void {
  if (given === undefined || given === inAddress) return;
  throw new Problem('invalid_input', { reason: 'id is not the one of the address' });
}
