import { useSuspenseQueries } from '@tanstack/react-query';
import { workJobsQuery } from '../../queries/jobs.ts';
import { takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ApproveButton } from './panel-approve.tsx';
import { usePanelTab } from './panel-tab.ts';
import { sceneWork } from './panel-jobs.ts';
import { MakeButton } from './panel-make-button.tsx';
import { usePanelSearch } from './panel-search.ts';
import { numberedTakes, viewedTake } from './takes-numbered.ts';

/** What is done with a scene, at the foot of its panel: make another take, approve and go on. */
export function PanelActions(place: ScenePlace) {
  const t = useStrings('scenePanel');
  const { take } = usePanelSearch();
  const { tab, doubt } = usePanelTab(place);
  const [{ data: all }, { data: jobs }, { data: isDirect }] = useSuspenseQueries({
    queries: [
      takesQuery(place),
      workJobsQuery(place.workId),
      {
        ...workQuery(place.projectId, place.workId),
        select: ({ assetUsageMode }: { assetUsageMode: string | null }) => assetUsageMode === 'direct',
      },
    ],
  });
  const pictures = numberedTakes(all, 'image');
  const clips = numberedTakes(all, 'video');
  const clip = clips.find(({ picked }) => picked) ?? null;
  const viewed = tab === 'image' ? viewedTake(pictures, take) : (pictures.find(({ picked }) => picked) ?? null);
  const isBusy =
    sceneWork(jobs, { sceneIndex: place.sceneIndex, kind: 'video', newestTakeAtMs: null }).running.length > 0;
  // A picture that was approved and filmed waits for nobody.
  const isSettled = viewed?.approved === true && clip !== null && !clip.inputsChanged;
  if (doubt) return <p className="text-12 text-ink3">{t.settleFirst}</p>;
  if (tab === 'image') {
    return (
      <div className="flex w-full flex-wrap items-start gap-2">
        <MakeButton {...place} kind="image" number={pictures.length + 1} isFirst={!viewed} isDirect={isDirect} />
        {viewed && !isSettled && !isBusy && <ApproveButton {...place} picture={viewed} />}
      </div>
    );
  }
  return (
    <div className="flex w-full flex-wrap items-start gap-2">
      <MakeButton
        {...place}
        kind="video"
        number={clips.length + 1}
        isFirst={clips.length === 0 && viewed !== null}
        isDirect={false}
        withoutPicture={viewed === null && !isDirect}
      />
    </div>
  );
}
