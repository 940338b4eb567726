import { Problem, problems, type ProblemCode } from '#contract/problems.ts';
import type { StoredError } from '#store/stored-error.ts';

/** A problem as it is kept beside what failed. */
export function storedError(problem: Problem): StoredError {
  return { code: problem.code, message: problem.message, facts: { ...problem.facts } };
}

/** A kept failure as the problem it was. */
export function problemOfStored(error: StoredError): Problem {
  const code = error.code in problems ? (error.code as ProblemCode) : 'internal';
  return new Problem(code, error.facts as Problem['facts']);
}
