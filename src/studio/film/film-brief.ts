import type { ProjectType } from '#contract/project.ts';
import type { AssetUsageMode, Resolution } from '#contract/work.ts';

/** Everything a film is made from; files are paths on this machine. */
export interface FilmBrief {
  readonly brief: string;
  readonly name: string | null;
  readonly audience: string | null;
  readonly projectType: ProjectType;
  /** Seconds; null lets the number of scenes (or 15 s) decide. */
  readonly durationS: number | null;
  readonly sceneCount: number | null;
  readonly language: string;
  readonly resolution: Resolution;
  readonly assetPaths: readonly string[];
  readonly assetUsageMode: AssetUsageMode | null;
  readonly musicPath: string | null;
  /** A video whose pace, colours and camera the film takes over. */
  readonly referencePath: string | null;
  /** Another number, another film; the same brief and number give the same film. */
  readonly seed: number;
  /** What is heard where no music is given. */
  readonly sound: 'bed' | 'none';
}

/** A finished film in the store. */
export interface MadeFilm {
  readonly projectId: string;
  readonly workId: string;
  readonly exportId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationS: number;
  readonly width: number;
  readonly height: number;
  readonly sceneCount: number;
  /** null where nobody knows. */
  readonly costMicroUsd: number | null;
  /** What is heard, in words. */
  readonly sound: string;
  readonly notes: readonly string[];
}
