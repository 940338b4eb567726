import type { Take, TakeKind } from '#contract/take.ts';

/** A take with the number it is called by: v1 is the first picture, or the first clip, that its scene ever had. */
export interface NumberedTake extends Take {
  readonly number: number;
}

/** The takes of one kind, the newest first as they came, with their numbers. */
export function numberedTakes(takes: readonly Take[], kind: TakeKind): readonly NumberedTake[] {
  const ofKind = takes.filter((take) => take.kind === kind);
  return ofKind.map((take, place) => ({ ...take, number: ofKind.length - place }));
}

/** The take that is looked at: the one the address names, else the one the scene shows, else the newest. */
export function viewedTake(takes: readonly NumberedTake[], id: string | undefined): NumberedTake | null {
  return takes.find((take) => take.id === id) ?? takes.find(({ picked }) => picked) ?? takes[0] ?? null;
}

/** What a take is compared with unless another is chosen: the one the scene shows, else the one made before it. */
export function comparedWith(takes: readonly NumberedTake[], viewed: NumberedTake): NumberedTake | null {
  const shown = takes.find(({ picked }) => picked);
  if (shown && shown.id !== viewed.id) return shown;
  const place = takes.findIndex(({ id }) => id === viewed.id);
  return takes[place + 1] ?? takes[place - 1] ?? null;
}
