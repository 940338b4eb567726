import { Film, Folder, Image, LayoutTemplate, RotateCcw, SquarePlay, Trash2 } from 'lucide-react';
import type { TrashEntry, TrashKind } from '#contract/trash.ts';
import { formatAgo, formatMoment } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Cell, RowHead } from '../ui/data-table.tsx';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { daysLeft } from './days-left.ts';
import { titleOf } from './use-restore.ts';

const icons: Record<TrashKind, Icon> = {
  project: Folder,
  work: Film,
  scene: SquarePlay,
  asset: Image,
  template: LayoutTemplate,
};

interface TrashRowProps {
  readonly entry: TrashEntry;
  readonly isRestoring: boolean;
  readonly onRestore: () => void;
  readonly onDelete: () => void;
}

/** One thing in the trash: what it is, where it was, how long it stays, and the two ways out. */
export function TrashRow({ entry, isRestoring, onRestore, onDelete }: TrashRowProps) {
  const t = useStrings('trash');
  const { kind, poster, sceneIndex, projectName, workName, inside, deletedAt, purgeAt } = entry;
  const name = titleOf(entry, t);
  const label = kind === 'scene' && sceneIndex !== null ? t.sceneNumber(sceneIndex + 1) : t.kinds[kind];
  const where = kind === 'project' ? t.inProjects : workName === null ? projectName : t.place(projectName, workName);
  return (
    <tr className="max-sm:grid max-sm:grid-cols-[3.5rem_minmax(0,1fr)] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:p-3">
      <RowHead className="max-w-100 max-sm:col-span-2 max-sm:max-w-none max-sm:!p-0">
        <span className="flex items-center gap-3">
          <span className="grid size-14 shrink-0 place-items-center overflow-hidden rounded-4 bg-film text-ink3">
            {poster === null ? (
              <Glyph icon={icons[kind]} className="[&>svg]:size-5" />
            ) : (
              <img src={poster} alt="" loading="lazy" className="size-14 object-contain" />
            )}
          </span>
          <span className="min-w-0">
            <span className="line-clamp-2 text-13 font-semibold text-ink">{name || t.unnamedScene}</span>
            <span className="block text-12 text-ink3">{label}</span>
          </span>
        </span>
      </RowHead>
      <Cell className="text-ink2 max-sm:col-start-2 max-sm:!p-0">
        <span className="line-clamp-2">{where}</span>
        {inside && <span className="block text-12 text-tally-text">{t.insideProject(inside.name)}</span>}
      </Cell>
      <Cell className="whitespace-nowrap text-ink2 max-sm:col-start-2 max-sm:!p-0 max-sm:text-12 max-sm:text-ink3">
        <span className="sm:hidden">{t.deleted} </span>
        <time dateTime={new Date(deletedAt).toISOString()} title={formatMoment(deletedAt)}>
          {formatAgo(deletedAt)}
        </time>
      </Cell>
      <Cell
        numeric
        className="whitespace-nowrap text-ink2 max-sm:col-start-2 max-sm:!p-0 max-sm:text-start max-sm:text-12 max-sm:text-ink3"
      >
        <span className="sm:hidden">{t.left} </span>
        {t.daysLeft(daysLeft(purgeAt))}
      </Cell>
      <Cell className="max-sm:col-start-2 max-sm:!p-0">
        <span className="flex items-center justify-end gap-1 max-sm:justify-start max-sm:pt-1">
          <Button
            size="sm"
            icon={RotateCcw}
            pending={isRestoring}
            disabled={inside !== null}
            aria-label={t.restoreNamed(name || label)}
            onClick={onRestore}
          >
            {t.restore}
          </Button>
          <IconButton size="sm" icon={Trash2} label={t.deleteNamed(name || label)} onClick={onDelete} />
        </span>
      </Cell>
    </tr>
  );
}
