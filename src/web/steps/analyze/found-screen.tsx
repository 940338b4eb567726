import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowRight, BookmarkPlus, RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AnalysisResult } from '#contract/analysis.ts';
import type { Job } from '#contract/job.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { Work } from '#contract/work.ts';
import { useScreenKeys } from '../../app/commands.ts';
import { formatList, formatSeconds } from '../../app/format.ts';
import { useMedia } from '../../app/use-media.ts';
import { providersQuery } from '../../queries/providers.ts';
import { referenceUrl } from '../../queries/references.ts';
import { ModelSelect } from '../../pieces/model-select.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { foundIn } from './found.ts';
import { LookTrouble } from './look-trouble.tsx';
import { Looking } from './looking.tsx';
import { NotDescribed } from './not-described.tsx';
import { createPlayer } from './player.ts';
import { ReferencePlayer } from './reference-player.tsx';
import { SaveStyleDialog } from './save-style-dialog.tsx';
import { ShotsTable } from './shots-table.tsx';
import { useLookPrice, useSaidMoney } from './use-look-price.ts';
import type { Look } from './use-look.ts';
import { tellingTones, useWords } from './use-words.ts';
import { useWrite } from './use-write.ts';

const route = getRouteApi('/shell/p/$projectId/w/$workId/analyze');

interface FoundScreenProps {
  readonly work: Work;
  readonly analysis: AnalysisResult;
  readonly facts: MediaFacts | undefined;
  /** An analysis that is under way once more, or that failed. */
  readonly job: Job | null;
  readonly look: Look;
}

/** What was found in the reference: the video with its cuts, the findings beside it, its scenes below. */
export function FoundScreen({ work, analysis, facts, job, look }: FoundScreenProps) {
  const t = useStrings('analyze');
  const words = useWords();
  const navigate = route.useNavigate();
  const { scene } = route.useSearch();
  const { data: providers } = useSuspenseQuery(providersQuery);
  const isWide = useMedia('(width >= 40rem)');
  const [isSaving, setIsSaving] = useState(false);
  const found = useMemo(() => foundIn(analysis), [analysis]);
  const [player] = useState(() => createPlayer(found.shots[scene ?? 0]?.startS ?? 0));
  const place = { projectId: work.projectId, workId: work.id };
  const write = useWrite(place, work.scenes.length > 0);
  const price = useLookPrice(look);
  const money = useSaidMoney();
  const keysOfScreen = useMemo(
    () => [
      { keys: 'Space', does: t.player.keys.play },
      { keys: '↑ ↓', does: t.player.keys.cuts },
      { keys: '← →', does: t.player.keys.step },
      { keys: 'Home End', does: t.player.keys.ends },
    ],
    [t],
  );
  useScreenKeys(keysOfScreen);

  const model = modelName(found.saidBy, providers);
  const tones = tellingTones(found.toneWords).map(words.tone);
  const durationS = facts?.durationS ?? found.durationS;
  const aspect = facts?.width && facts.height ? facts.width / facts.height : 16 / 9;
  const isRunning = job?.status === 'queued' || job?.status === 'running';
  const show = (shot: number): void => {
    player.seek(found.shots[shot]?.startS ?? 0);
    void navigate({ search: { scene: shot }, replace: true, resetScroll: false });
  };
  const writeButton = (
    <Button variant="ink" iconEnd={ArrowRight} pending={write.isPending} onClick={() => write.act(undefined)}>
      {work.scenes.length > 0 ? t.openScript : isWide ? t.write : t.writeShort}
    </Button>
  );
  const saveButton = (
    <Button variant="amber" icon={BookmarkPlus} className="grow" onClick={() => setIsSaving(true)}>
      {isWide ? t.saveStyle : t.saveStyleShort}
    </Button>
  );
  return (
    <>
      <div className="flex grow flex-col gap-3">
        <header className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div className="flex min-w-0 flex-col gap-1">
            <h1 tabIndex={-1} className="text-23">
              {t.title(found.shots.length, formatSeconds(found.durationS).replace(/\D0$/, ''), formatList(tones))}
            </h1>
            <p className="text-13 text-ink2">
              {found.tookS === null
                ? found.areCutsMeasured
                  ? t.measuredHere
                  : ''
                : t.measuredIn(formatSeconds(found.tookS))}{' '}
              {model ? t.described(model, money(found.saidBy?.cost_micro_usd ?? null)) : t.notDescribed}
            </p>
          </div>
          {isWide && writeButton}
        </header>
        {isRunning && <Looking job={job} model={look.name} />}
        {job && !isRunning && <LookTrouble job={job} look={look} />}
        <div className="grid gap-3 lg:grid-cols-[minmax(0,2.2fr)_minmax(20rem,1fr)]">
          <ReferencePlayer place={place} player={player} shots={found.shots} durationS={durationS} facts={facts} />
          <FindingsPanel
            found={found}
            model={model}
            player={player}
            footer={
              <div className="flex flex-col gap-3 border-t border-line p-3">
                <div className="flex items-end gap-2">
                  <ModelSelect workId={work.id} plays="vision" label={t.lookedAtBy} className="grow" />
                  <Button icon={RefreshCw} pending={look.isPending} disabled={isRunning} onClick={() => look.start()}>
                    {t.again} {price && <span className="font-normal text-ink2">{price}</span>}
                  </Button>
                </div>
                {isWide && saveButton}
              </div>
            }
          />
        </div>
        {!model && !isRunning && <NotDescribed workId={work.id} look={look} />}
        <ShotsTable
          found={found}
          strip={referenceUrl(place, 'filmstrip')}
          aspect={aspect}
          player={player}
          onChoose={show}
        />
      </div>
      {!isWide && (
        <div className="sticky bottom-0 z-10 -mx-4 -mb-6 flex gap-2 border-t border-line bg-panel px-3 pt-2 pb-[max(12px,env(safe-area-inset-bottom))] *:grow">
          {saveButton}
          {writeButton}
        </div>
      )}
      {isSaving && <SaveStyleDialog place={place} analysis={analysis} onClose={() => setIsSaving(false)} />}
    </>
  );
}

function modelName(
  saidBy: AnalysisResult['said_by'] | null,
  providers: readonly {
    readonly id: string;
    readonly category: string;
    readonly models: readonly { id: string; name: string }[];
  }[],
): string | null {
  if (!saidBy) return null;
  const own = providers.find(({ id, category }) => id === saidBy.provider && category === 'vision');
  return own?.models.find(({ id }) => id === saidBy.model)?.name ?? saidBy.model;
}
