import type { AnalysisResult } from '#contract/analysis.ts';

/** A shot of the reference as the scene that follows it sees it. */
export interface ReferenceShot {
  readonly weight: number;
  readonly transition: string;
  readonly cameraMovement: string;
  readonly description: string;
  readonly hasText: boolean;
}

/**
 * The shots of a reference film, as many as there are scenes.
 *
 * With the same number each scene follows its own shot. With another number, every scene follows the shot that lies at the same place of
 * the film, and shots that two scenes share are divided between them.
 */
export function shotsFor(analysis: AnalysisResult, sceneCount: number): readonly ReferenceShot[] {
  const shots = analysis.scenes.filter(({ duration_seconds }) => duration_seconds > 0);
  if (shots.length === 0) return [];
  const places = Array.from({ length: sceneCount }, (_, place) =>
    Math.min(shots.length - 1, Math.floor((place * shots.length) / sceneCount)),
  );
  const uses = places.reduce<Map<number, number>>(
    (counts, place) => counts.set(place, (counts.get(place) ?? 0) + 1),
    new Map(),
  );
  return places.flatMap((place) => {
    const shot = shots[place];
    if (shot === undefined) return [];
    return [
      {
        weight: shot.duration_seconds / (uses.get(place) ?? 1),
        transition: shot.transition,
        cameraMovement: shot.camera_movement,
        description: shot.description.trim(),
        hasText: (shot.text_overlay ?? '').trim() !== '',
      },
    ];
  });
}
