import type { Beat, Material } from './beats.ts';
import type { Brief, Statement } from './brief.ts';

/** Who says what: the statements of a brief by the part they play. */
export interface Parts {
  readonly problem: Statement | null;
  readonly action: Statement | null;
  /** Said by the closing scene instead of a line of ours. */
  readonly close: Statement | null;
  /** The figure that convinces; null where there is none to spare. */
  readonly proof: Statement | null;
  /** A single fact is told once, and its figure once more. */
  readonly figureOf: Statement | null;
  /** Everything else, in the order of the brief. */
  readonly queue: readonly Statement[];
  /** The first scenes that take from the queue before the middle of the film does. */
  readonly early: readonly Beat[];
}

/** Divides what a brief says among the scenes; in a film too short for a scene of proof, its figure is a fact like any other. */
export function partsOf(
  brief: Brief,
  projectType: string,
  { hasProofScene }: { readonly hasProofScene: boolean },
): Parts {
  const told = brief.statements.filter(({ kind }) => kind === 'fact' || kind === 'proof');
  const figures = told.filter(({ kind }) => kind === 'proof');
  const proof = hasProofScene && told.length > 1 ? (figures.at(-1) ?? null) : null;
  const queue = told.filter((statement) => statement !== proof);
  // Without sentences of our own and without a name, the last statement is the close.
  const close = brief.wording === null && brief.name === null && queue.length > 1 ? (queue.pop() ?? null) : null;
  const leads = projectType === 'news' || brief.wording === null;
  return {
    problem: brief.statements.find(({ kind }) => kind === 'problem') ?? null,
    action: brief.statements.find(({ kind }) => kind === 'action') ?? null,
    close,
    proof,
    figureOf: told.length === 1 ? (figures[0] ?? null) : null,
    queue,
    early: [...(leads ? (['hook'] as const) : []), ...(brief.name === null ? (['product'] as const) : [])],
  };
}

/** What the middle of the film is made of, and how many scenes have something to say in all. */
export function materialOf(parts: Parts): Material & { readonly speaking: number } {
  const units = parts.queue
    .slice(parts.early.length)
    .flatMap((statement, place, rest) =>
      rest[place - 1]?.leadsOn === true ? [] : [statement.leadsOn === true ? 2 : 1],
    );
  const hasProof = parts.proof !== null || parts.figureOf !== null;
  const middle = units.reduce((sum, unit) => sum + unit, 0);
  return {
    hasProblem: parts.problem !== null,
    hasProof,
    units,
    speaking: 3 + middle + (hasProof ? 1 : 0) + (parts.problem === null ? 0 : 1),
  };
}
