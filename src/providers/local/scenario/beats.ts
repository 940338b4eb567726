/** What a scene does in the argument of a film. `mood` shows without saying. */
export type Beat = 'hook' | 'problem' | 'product' | 'feature' | 'proof' | 'mood' | 'action';

/** What the brief has to say, which decides how many scenes speak. */
export interface Material {
  readonly hasName: boolean;
  readonly hasProblem: boolean;
  /** Facts with a figure in them. */
  readonly proofs: number;
  readonly facts: number;
}

/**
 * The order of a film with so many scenes: hook, problem, product, features, proof, call to action, as far as there is room.
 *
 * When there are more scenes than things to say, scenes without words lie evenly between those that speak.
 */
export function beatsOf(sceneCount: number, material: Material): readonly Beat[] {
  if (sceneCount <= 1) return ['action'];
  if (sceneCount === 2) return ['hook', 'action'];
  const beats: Beat[] = ['hook'];
  let room = sceneCount - 2;
  if (material.hasProblem && room >= 3) {
    beats.push('problem');
    room--;
  }
  beats.push('product');
  room--;
  const wantsProof = room >= 2 && material.proofs > 0;
  const middle = wantsProof ? room - 1 : room;
  beats.push(...middleOf(middle, Math.max(1, material.facts + Math.max(0, material.proofs - 1))));
  if (wantsProof) beats.push('proof');
  return [...beats, 'action'];
}

function middleOf(room: number, speaking: number): readonly Beat[] {
  if (speaking >= room) return Array.from({ length: room }, () => 'feature' as const);
  return Array.from({ length: room }, (_, place) => {
    const before = Math.ceil((place * speaking) / room);
    const after = Math.ceil(((place + 1) * speaking) / room);
    return after > before ? ('feature' as const) : ('mood' as const);
  });
}
