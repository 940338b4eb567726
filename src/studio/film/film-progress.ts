/** What is done for a film, in its order. */
export type FilmStep = 'brief' | 'reference' | 'script' | 'pictures' | 'clips' | 'edit' | 'export' | 'done';

/** Where a film stands while it is made. */
export interface FilmProgress {
  readonly step: FilmStep;
  /** What is going on, in words. */
  readonly doing: string;
  /** 0 to 1 of the whole film; never goes back. */
  readonly done: number;
  /** Milliseconds left as far as can be told, null while it is too early to say. */
  readonly leftMs: number | null;
  readonly scenes: readonly { readonly status: 'waiting' | 'picture' | 'picture ready' | 'clip' | 'done' | 'failed' }[];
}

/** Shares of the whole, measured on the reference machine with the keyless engines; a film with paid ones leans on clips more. */
const SHARES = { analysis: 0.04, scenario: 0.02, pictures: 0.12, clips: 0.57, export: 0.25 } as const;

/** What has been done of each part, 0 to 1. */
export interface FilmParts {
  readonly analysis: number;
  readonly scenario: number;
  readonly pictures: readonly number[];
  readonly clips: readonly number[];
  readonly export: number;
}

/** The share of the whole film that is done, 0 to 1. */
export function shareDone(parts: FilmParts): number {
  const mean = (list: readonly number[]): number =>
    list.length === 0 ? 0 : list.reduce((sum, part) => sum + part, 0) / list.length;
  return (
    SHARES.analysis * parts.analysis +
    SHARES.scenario * parts.scenario +
    SHARES.pictures * mean(parts.pictures) +
    SHARES.clips * mean(parts.clips) +
    SHARES.export * parts.export
  );
}
