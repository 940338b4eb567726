import type { ReactNode } from 'react';
import { formatList } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Finding } from './finding.tsx';
import type { Found } from './found.ts';
import { PaletteFinding } from './palette-finding.tsx';
import type { Player } from './player.ts';
import { TempoFinding } from './tempo-finding.tsx';
import { useWords } from './use-words.ts';

interface FindingsPanelProps {
  readonly found: Found;
  /** Who described it, by name; null: only measured. */
  readonly model: string | null;
  readonly player: Player;
  /** What is done with it. */
  readonly footer: ReactNode;
}

/** What was found in the video, the measured first and the tone last, because it is the model's. */
export function FindingsPanel({ found, model, player, footer }: FindingsPanelProps) {
  const { findings: t } = useStrings('analyze');
  const words = useWords();
  const isPaletteMeasured = found.palette.some(({ share }) => share !== null);
  const areCutsMeasured = found.areCutsMeasured ? null : model;
  const camera = found.cameras.map(({ movement, count }) => t.cameraCount(count, words.movement(movement)));
  const tone = found.tone ?? formatList(found.toneWords.map(words.tone));
  return (
    <section aria-label={t.label} className="flex min-w-0 flex-col rounded-10 bg-panel">
      <div className="flex grow flex-col gap-4 p-4">
        <PaletteFinding palette={found.palette} model={isPaletteMeasured ? null : model} />
        <TempoFinding found={found} model={areCutsMeasured} player={player} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Finding title={t.camera} model={model}>
            <p>{camera.join(', ')}</p>
          </Finding>
          <Finding title={t.text} model={model}>
            <p>{found.lettered > 0 ? t.textOn(found.lettered, found.shots.length) : t.noText}</p>
          </Finding>
        </div>
        <Finding title={t.tone} model={found.tone === null ? null : model}>
          <p className="text-pretty">{tone}</p>
        </Finding>
      </div>
      {footer}
    </section>
  );
}
