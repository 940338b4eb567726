import { useNavigate } from '@tanstack/react-router';
import { Copy, Download, Ellipsis, Pencil, Play, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { WorkOverview } from '#contract/overview.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { useTrash } from '../trash/use-trash.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { stepNow } from './steps-of-work.ts';
import { useDuplicate } from './use-duplicate.ts';

interface WorkMenuProps {
  readonly work: WorkOverview;
  /** Left out where there is no film. */
  readonly onPlay: (() => void) | undefined;
}

/** What can be done with a work from the list. */
export function WorkMenu({ work, onPlay }: WorkMenuProps) {
  const t = useStrings('works');
  const navigate = useNavigate();
  const [isNaming, setIsNaming] = useState(false);
  const trash = useTrash();
  const duplicate = useDuplicate();
  const { id: workId, projectId, name, film } = work;
  const open = () => void navigate({ to: `/p/$projectId/w/$workId/${stepNow(work)}`, params: { projectId, workId } });
  return (
    <>
      <Menu
        trigger={<IconButton label={t.more(name)} icon={Ellipsis} size="sm" pending={duplicate.isPending} />}
        items={[
          { label: t.open, icon: SquareArrowOutUpRight, onSelect: open },
          ...(onPlay ? [{ label: t.film.play, icon: Play, onSelect: onPlay }] : []),
          ...(film ? [{ label: t.download, icon: Download, onSelect: () => window.location.assign(film.url) }] : []),
          { label: t.rename, icon: Pencil, onSelect: () => setIsNaming(true) },
          { label: t.duplicate, icon: Copy, onSelect: () => duplicate.act({ projectId, workId }) },
          'separator',
          {
            label: t.toTrash,
            icon: Trash2,
            danger: true,
            onSelect: () => trash.act([{ kind: 'work', projectId, workId }]),
          },
        ]}
      />
      <RenameDialog
        open={isNaming}
        onOpenChange={setIsNaming}
        title={t.renameTitle}
        name={name}
        rename={async (next) => {
          await client.updateWork({ projectId, workId, name: next });
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: keys.works(projectId) }),
            queryClient.invalidateQueries({ queryKey: keys.work(workId), exact: true }),
          ]);
        }}
      />
    </>
  );
}
