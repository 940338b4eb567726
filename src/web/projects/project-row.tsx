import { Link } from '@tanstack/react-router';
import type { ProjectOverview } from '#contract/overview.ts';
import { formatAgo, formatCount, formatMoney } from '../app/format.ts';
import { formatLength } from '../app/length.ts';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from '../ui/classes.ts';
import { WorkStateLine } from '../works/work-state-line.tsx';
import { FilmStrip } from './film-strip.tsx';
import { ProjectAction } from './project-action.tsx';
import { ProjectMenu } from './project-menu.tsx';
import { stateOfProject } from './state-of-project.ts';

/** The columns of the list, on whatever is wide enough for them; its head has the same. */
export const projectColumns =
  'grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 lg:gap-x-4 ' +
  'lg:grid-cols-[202px_minmax(0,1fr)_56px_92px_76px_96px_126px]';

interface ProjectRowProps {
  readonly project: ProjectOverview;
  /** The first of the list that needs its user. */
  readonly isFirst: boolean;
  readonly lazy: boolean;
}

/** A project in one line: what it looks like, how it stands, what there is of it, what is due. */
export function ProjectRow({ project, isFirst, lazy }: ProjectRowProps) {
  const t = useStrings('projects');
  const words = { projects: t, works: useStrings('works') };
  const state = stateOfProject(project, words);
  const { id: projectId, name, projectType, works, finishedS, spentMicroUsd, updatedAt, latest } = project;
  const needsYou = state.kind === 'needs' || state.kind === 'doubt';
  return (
    <li
      className={classes(
        projectColumns,
        'group relative rounded-10 bg-panel px-2 py-2 transition-colors duration-150 [contain-intrinsic-height:100px] [content-visibility:auto] lg:px-3',
        'has-[a[data-row]:hover]:bg-raise has-[a[data-row]:focus-visible]:outline-2 has-[a[data-row]:focus-visible]:outline-offset-2 has-[a[data-row]:focus-visible]:outline-ink',
        needsYou && 'inset-ring-2 inset-ring-tally',
      )}
    >
      <FilmStrip frames={latest?.frames ?? []} lazy={lazy} className="h-16 w-36 lg:h-20 lg:w-full" />
      <div className="min-w-0">
        <p className="flex min-w-0 items-baseline gap-2">
          <Link
            to="/p/$projectId"
            params={{ projectId }}
            data-row
            className="min-w-0 text-15 max-sm:line-clamp-2 sm:truncate font-semibold text-ink no-underline outline-none after:absolute after:inset-0"
          >
            {name}
          </Link>
          <span className="shrink-0 text-12 text-ink3 max-sm:hidden">{t.types[projectType]}</span>
        </p>
        <div className="mt-1">
          <WorkStateLine state={state} />
        </div>
        <p className="mt-1 text-12 text-ink3 lg:hidden">
          {t.countWorks(works)}, {formatAgo(updatedAt)}
        </p>
      </div>
      <Figure name={t.columns.works} value={formatCount(works)} />
      <Figure
        name={t.columns.finished}
        value={finishedS === 0 ? t.none : formatLength(finishedS)}
        quiet={finishedS === 0}
      />
      <Figure name={t.columns.spent} value={formatMoney(spentMicroUsd)} />
      <Figure name={t.columns.changed} value={formatAgo(updatedAt)} quiet />
      <div className="relative flex items-center justify-end gap-1 self-center">
        <ProjectAction project={project} isFirst={isFirst} className="max-lg:hidden" />
        <ProjectMenu project={project} />
      </div>
    </li>
  );
}

function Figure({
  name,
  value,
  quiet = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly quiet?: boolean;
}) {
  return (
    <p className={classes('text-end text-13 max-lg:hidden', quiet && 'text-ink2')}>
      <span className="sr-only">{name}: </span>
      {value}
    </p>
  );
}
