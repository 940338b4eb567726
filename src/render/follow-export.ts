import type { ExportPiece, ExportStage } from '#contract/export.ts';
import type { FoundSegment } from './render-segments.ts';

/** How far an export is. Frames count the whole film; what is reused counts as done. */
export interface ExportProgress {
  readonly stage: ExportStage;
  readonly framesDone: number;
  readonly framesTotal: number;
  readonly segmentsDone: number;
  readonly segmentsTotal: number;
  readonly segmentsReused: number;
  /** The film as it stands, in order; neighbours that stand alike are one where there are very many. */
  readonly pieces: readonly ExportPiece[];
}

/** Keeps count of an export and tells of every step. */
export interface FollowedExport {
  readonly enter: (stage: ExportStage) => void;
  readonly begin: (run: readonly FoundSegment[]) => void;
  readonly encoded: (run: readonly FoundSegment[], frames: number) => void;
  readonly kept: (run: readonly FoundSegment[]) => void;
}

const MOST_PIECES = 120; // more cannot be told apart in a meter

/** Follows an export from what of it was found. */
export function followExport(
  found: readonly FoundSegment[],
  tell: (progress: ExportProgress) => void = () => {},
): FollowedExport {
  const states = new Map(found.map((one) => [one, one.path === null ? 'waiting' : 'reused'] as [FoundSegment, State]));
  const framesTotal = found.reduce((sum, one) => sum + framesOf(one), 0);
  const segmentsReused = found.filter(({ path }) => path !== null).length;
  const framesReused = found.reduce((sum, one) => sum + (one.path === null ? 0 : framesOf(one)), 0);
  const framesEncoded = new Map<readonly FoundSegment[], number>();
  let stage: ExportStage = 'check';

  const say = (): void => {
    const standing = [...states.values()];
    tell({
      stage,
      framesTotal,
      framesDone: [...framesEncoded.values()].reduce((sum, frames) => sum + frames, framesReused),
      segmentsTotal: found.length,
      segmentsReused,
      segmentsDone: standing.filter((state) => state === 'reused' || state === 'done').length,
      pieces: piecesOf(states),
    });
  };
  const mark = (run: readonly FoundSegment[], state: State): void => {
    for (const one of run) states.set(one, state);
    say();
  };
  return {
    enter: (next) => {
      stage = next;
      say();
    },
    begin: (run) => mark(run, 'running'),
    encoded: (run, frames) => {
      framesEncoded.set(run, frames);
      say();
    },
    kept: (run) => {
      framesEncoded.set(
        run,
        run.reduce((sum, one) => sum + framesOf(one), 0),
      );
      mark(run, 'done');
    },
  };
}

type State = ExportPiece['state'];

const framesOf = ({ segment }: FoundSegment): number => segment.endFrame - segment.startFrame;

function piecesOf(states: ReadonlyMap<FoundSegment, State>): readonly ExportPiece[] {
  const pieces = [...states].map(([one, state]) => ({ frames: framesOf(one), state }));
  if (pieces.length <= MOST_PIECES) return pieces;
  const joined: { frames: number; state: State }[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.state === piece.state) last.frames += piece.frames;
    else joined.push({ ...piece });
  }
  return joined;
}
