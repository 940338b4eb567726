import { useParams } from '@tanstack/react-router';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonLink } from '../ui/button-link.tsx';

/** An address that leads nowhere, or to something that is not this account's. */
export function NothingHere() {
  const t = useStrings('shell');
  const { projectId, workId } = useParams({ strict: false });
  const title = workId ? t.workNotHereTitle : projectId ? t.projectNotHereTitle : t.notFoundTitle;
  return (
    <main
      id="content"
      className="mx-auto grid max-w-lg content-start justify-items-center gap-3 px-4 py-24 text-center"
    >
      <h1 tabIndex={-1} className="text-23">
        {title}
      </h1>
      <p className="text-15 text-ink2">{projectId ? t.notHereText : t.notFoundText}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        <ButtonLink to="/projects" variant="ink">
          {t.toProjects}
        </ButtonLink>
        {projectId && <ButtonLink to="/trash">{t.toTrash}</ButtonLink>}
      </div>
    </main>
  );
}
