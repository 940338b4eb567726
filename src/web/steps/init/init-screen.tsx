import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMedia } from '../../app/use-media.ts';
import { projectQuery } from '../../queries/projects.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Notice } from '../../ui/notice.tsx';
import { LengthSection } from './length-section.tsx';
import { NextButton } from './next-button.tsx';
import { PicturesSection } from './pictures-section.tsx';
import { PlanBar } from './plan-bar.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { RestSection } from './rest-section.tsx';
import { StartSection } from './start-section.tsx';
import { SubjectSection } from './subject-section.tsx';
import { useBrief } from './use-brief.ts';
import { useNext } from './use-next.ts';

const route = getRouteApi('/shell/p/$projectId/w/$workId/init');

/** The first step: what the video is for, saved as it is typed, and beside it what that will make and cost. */
export function InitScreen() {
  const t = useStrings('init');
  const { projectId, workId } = route.useParams();
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const draft = useBrief(projectId, workId);
  const next = useNext(draft);
  const isWide = useMedia('(width >= 64rem)');
  const { work, brief, error } = draft;
  const { width, height } = brief.resolution;
  return (
    <div className="flex min-w-0 grow flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_372px]">
      <main id="content" className="min-w-0 px-4 py-6 sm:px-8 sm:py-8">
        <div className="mx-auto flex max-w-178 flex-col gap-8">
          <header className="flex flex-col gap-1">
            <h1 tabIndex={-1} className="text-23">
              {t.title}
            </h1>
            <p className="text-13 text-ink2">{work.scenes.length > 0 ? t.introScripted : t.intro(project.name)}</p>
          </header>
          {error && <Notice tone="error" live title={error.message} />}
          <StartSection draft={draft} />
          <SubjectSection draft={draft} isMissing={next.isSubjectMissing} />
          <LengthSection draft={draft} />
          <PicturesSection draft={draft} />
          <RestSection draft={draft} project={project} />
        </div>
      </main>
      {isWide ? (
        <aside
          aria-labelledby="plan"
          className="sticky top-12 flex h-[calc(100dvh-3rem)] flex-col border-s border-line bg-panel"
        >
          <div className="flex items-baseline justify-between gap-3 border-b border-line px-4 py-3.5">
            <h2 id="plan" className="text-13">
              {t.plan.heading}
            </h2>
            <p className="text-12 text-ink3">
              {t.plan.size(width, height, work.editorState.exportSettings?.fps ?? 30)}
            </p>
          </div>
          <div className="scroll-quiet min-h-0 grow overflow-y-auto p-4">
            <PlanPanel draft={draft} project={project} />
          </div>
          <div className="border-t border-line p-3">
            <NextButton next={next} place={{ projectId, workId }} />
          </div>
        </aside>
      ) : (
        <PlanBar draft={draft} project={project} next={next} />
      )}
    </div>
  );
}
