import type { ExportStage } from '#contract/export.ts';
import type { ExportProgress } from '#render/follow-export.ts';
import type { World } from '../world.ts';
import type { StoredReport } from './export-report.ts';

/** What an export that runs has to tell, as it goes. */
type LiveReport = Partial<StoredReport> & Pick<StoredReport, 'stages' | 'startedAt' | 'etaMs'>;

/** Measures an export by the clock of the world. */
export interface ExportMeter {
  readonly follow: (progress: ExportProgress) => void;
  readonly report: () => LiveReport;
  /** The same when it has ended: the stage it ended in is finished unless it failed there. */
  readonly ended: (how: 'done' | 'failed') => LiveReport;
}

/* Before both, what was encoded says nothing of what is to come: the first frame waits for FFmpeg to start. */
const SURE_AFTER_MS = 1000;
const SURE_AFTER_FRAMES = 12;

/** Starts to measure; one that was interrupted began when it first began. */
export function exportMeter({ clock }: Pick<World, 'clock'>, startedAt: number | null): ExportMeter {
  const beganAt = startedAt ?? clock.nowMs();
  const stages: { stage: ExportStage; elapsedMs: number }[] = [];
  let stage: ExportStage = 'check';
  let stageAt = clock.nowMs();
  let last: ExportProgress | null = null;
  let framesAtStart = 0;

  const leave = (): void => {
    stages.push({ stage, elapsedMs: Math.round(clock.nowMs() - stageAt) });
    stageAt = clock.nowMs();
  };
  const etaMs = (): number | null => {
    const elapsedMs = clock.nowMs() - stageAt;
    if (!last || stage !== 'picture' || elapsedMs < SURE_AFTER_MS) return null;
    const encoded = last.framesDone - framesAtStart;
    return encoded < SURE_AFTER_FRAMES
      ? null
      : Math.round((elapsedMs / encoded) * (last.framesTotal - last.framesDone));
  };
  const counts = (): Partial<StoredReport> =>
    last ? { segments: last.segmentsTotal, reused: last.segmentsReused, segmentsDone: last.segmentsDone } : {};
  return {
    follow: (progress) => {
      if (progress.stage !== stage) {
        leave();
        stage = progress.stage;
        framesAtStart = progress.framesDone;
      }
      last = progress;
    },
    report: () => ({
      startedAt: beganAt,
      stage,
      stages: [...stages],
      etaMs: etaMs(),
      ...counts(),
      ...(last ? { pieces: [...last.pieces] } : {}),
    }),
    ended: (how) => {
      if (how === 'done') leave();
      const ended = { startedAt: beganAt, finishedAt: clock.nowMs(), stages: [...stages], etaMs: null, ...counts() };
      return how === 'done' ? { ...ended, stage: null } : { ...ended, stage };
    },
  };
}
