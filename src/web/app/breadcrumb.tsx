import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { projectQuery } from '../queries/projects.ts';
import { workQuery } from '../queries/works.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';

/** Where one is, as links to what it is in; on a phone only where one is. */
export function Breadcrumb() {
  const t = useStrings('shell');
  const { projectId = '', workId = '' } = useParams({ strict: false });
  const { pathname } = useLocation();
  const { data: project } = useQuery({ ...projectQuery(projectId), enabled: projectId !== '' });
  const { data: work } = useQuery({ ...workQuery(projectId, workId), enabled: workId !== '' });
  if (workId !== '') {
    return (
      <Trail here={work?.name ?? ''}>
        <Link to="/p/$projectId" params={{ projectId }} className={crumb}>
          {project?.name ?? t.projects}
        </Link>
      </Trail>
    );
  }
  const here = projectId === '' ? outside(pathname) : (project?.name ?? '');
  if (here === null) return <span className="truncate text-15 font-semibold">{t.product}</span>;
  return (
    <Trail here={here}>
      <Link to="/projects" className={crumb}>
        {t.projects}
      </Link>
    </Trail>
  );

  function outside(path: string): string | null {
    if (path.startsWith('/settings')) return t.settings;
    if (path.startsWith('/trash')) return t.trash;
    return null;
  }
}

const crumb = 'truncate rounded-4 py-1 text-ink2 no-underline hover:text-ink';

function Trail({ here, children }: { readonly here: string; readonly children: React.ReactNode }) {
  const t = useStrings('shell');
  return (
    <nav aria-label={t.breadcrumb} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2 text-13">
        <li className="flex min-w-0 items-center gap-2 max-md:hidden">
          {children}
          <Glyph icon={ChevronRight} className="text-ink3 rtl:-scale-x-100 [&>svg]:size-3.5" />
        </li>
        <li aria-current="location" className="min-w-0 truncate font-semibold">
          {here}
        </li>
      </ol>
    </nav>
  );
}
