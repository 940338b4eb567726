/** What a scene does in the argument of a film. `mood` shows without saying. */
export type Beat = 'hook' | 'problem' | 'product' | 'feature' | 'proof' | 'mood' | 'action';

/** What the brief has to say, which decides how many scenes speak. */
export interface Material {
  readonly hasProblem: boolean;
  readonly hasProof: boolean;
  /** What the middle of the film tells, in order: each unit takes so many scenes in a row. */
  readonly units: readonly number[];
}

/**
 * The order of a film with so many scenes: hook, problem, product, features, proof, call to action, as far as there is room.
 *
 * When there are more scenes than things to say, scenes without words lie evenly between those that speak.
 */
export function beatsOf(sceneCount: number, material: Material): readonly Beat[] {
  if (sceneCount <= 1) return ['action'];
  if (sceneCount === 2) return ['hook', 'action'];
  const room = sceneCount - 3; // without hook, product and action
  const problem: readonly Beat[] = material.hasProblem && room >= 2 ? ['problem'] : [];
  const proof: readonly Beat[] = material.hasProof && room - problem.length >= 2 ? ['proof'] : [];
  const middle = middleOf(room - problem.length - proof.length, material.units.length === 0 ? [1] : material.units);
  return ['hook', ...problem, 'product', ...middle, ...proof, 'action'];
}

function middleOf(room: number, units: readonly number[]): readonly Beat[] {
  const spare = Math.max(0, room - units.reduce((sum, unit) => sum + unit, 0));
  const beats = units.flatMap((unit, place): readonly Beat[] => {
    const silences = Math.floor(((place + 1) * spare) / units.length) - Math.floor((place * spare) / units.length);
    return [
      ...Array.from({ length: unit }, () => 'feature' as const),
      ...Array.from({ length: silences }, () => 'mood' as const),
    ];
  });
  return beats.slice(0, Math.max(0, room));
}
