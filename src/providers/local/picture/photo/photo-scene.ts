import type { PictureRecipe } from '../recipe.ts';

/** What a scene of a film with the user's own photos shows. */
export type PhotoScene =
  | { readonly kind: 'drawn' }
  | { readonly kind: 'photo'; readonly photo: number; readonly round: number }
  | { readonly kind: 'grid'; readonly first: number };

const GRID_FROM = 3; // fewer photos leave a grid half empty

/**
 * Which photo a scene shows: every scene one where there are enough, else at least half of the scenes, spread evenly.
 * With three photos or more, one scene in the later half shows several.
 */
export function photoScene(
  photoCount: number,
  scene: { readonly index: number; readonly count: number } | null,
): PhotoScene {
  if (photoCount === 0) return { kind: 'drawn' };
  if (scene === null) return { kind: 'photo', photo: 0, round: 0 };
  const shown =
    photoCount >= scene.count ? scene.count : Math.max(Math.min(photoCount, scene.count), Math.ceil(scene.count / 2));
  const ordinalUpTo = (index: number): number => Math.floor(((index + 1) * shown + scene.count - 1) / scene.count);
  // The first scene always shows a photo: what is the user's own is what is known best.
  const before = scene.index === 0 ? 0 : ordinalUpTo(scene.index - 1);
  if (Math.min(shown, ordinalUpTo(scene.index)) <= before) return { kind: 'drawn' };
  const ordinal = before;
  const gridAt =
    shown >= GRID_FROM + 1 && photoCount >= GRID_FROM && photoCount < scene.count ? Math.floor(shown * 0.7) : -1;
  if (ordinal === gridAt) return { kind: 'grid', first: ordinal % photoCount };
  return { kind: 'photo', photo: ordinal % photoCount, round: Math.floor(ordinal / photoCount) };
}

/** The treatment of the last scene that showed a photo, null where none did. */
export function lastTreatment(earlier: readonly PictureRecipe[]): string | null {
  return earlier.findLast((recipe) => recipe.kind === 'photo')?.look ?? null;
}
