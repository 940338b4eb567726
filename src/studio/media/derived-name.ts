import type { DerivedKind } from '#contract/derived.ts';

/** Raised when a kind is made differently from then on: what was made before is made again. */
const versions = { poster: 1, filmstrip: 1, peaks: 1, proxy: 2 } as const satisfies Record<DerivedKind, number>;

const endings = { poster: 'jpg', filmstrip: 'jpg', peaks: 'json', proxy: 'mp4' } as const satisfies Record<
  DerivedKind,
  string
>;

/** What a derived file is called beside its source: `poster-1.jpg`. */
export function derivedName(kind: DerivedKind): string {
  return `${kind}-${versions[kind]}.${endings[kind]}`;
}

/** What says why it could not be made: `poster-1.failed`. */
export function derivedFailureName(kind: DerivedKind): string {
  return `${kind}-${versions[kind]}.failed`;
}
