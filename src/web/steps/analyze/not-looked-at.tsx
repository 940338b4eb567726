import { useState } from 'react';
import type { Job } from '#contract/job.ts';
import type { MediaFacts } from '#contract/take.ts';
import { ModelSelect } from '../../pieces/model-select.tsx';
import type { WorkPlace } from '../../queries/references.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { LookTrouble } from './look-trouble.tsx';
import { Looking } from './looking.tsx';
import { createPlayer } from './player.ts';
import { ReferencePlayer } from './reference-player.tsx';
import { useLookPrice } from './use-look-price.ts';
import type { Look } from './use-look.ts';

interface NotLookedAtProps {
  readonly place: WorkPlace;
  readonly facts: MediaFacts | undefined;
  readonly job: Job | null;
  readonly look: Look;
}

/** A reference that nobody has looked at yet, or that is being looked at. */
export function NotLookedAt({ place, facts, job, look }: NotLookedAtProps) {
  const t = useStrings('analyze');
  const [player] = useState(() => createPlayer(0));
  const price = useLookPrice(look);
  const isRunning = job?.status === 'queued' || job?.status === 'running';
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <h1 tabIndex={-1} className="text-23">
          {isRunning ? t.running.title : t.ready.title}
        </h1>
        <p className="text-13 text-ink2">{t.ready.text}</p>
      </header>
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,2.2fr)_minmax(20rem,1fr)]">
        <ReferencePlayer place={place} player={player} shots={[]} durationS={facts?.durationS ?? 0} facts={facts} />
        <div className="flex flex-col gap-3">
          {isRunning && <Looking job={job} model={look.name} />}
          {job && !isRunning && <LookTrouble job={job} look={look} />}
          {!isRunning && (
            <div className="flex flex-col gap-3 rounded-10 bg-panel p-4">
              <ModelSelect workId={place.workId} plays="vision" label={t.lookedAtBy} />
              {job?.status !== 'uncertain' && (
                <Button variant="amber" pending={look.isPending} onClick={() => look.start()}>
                  {t.ready.start} {price && <span className="font-normal">{price}</span>}
                </Button>
              )}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
