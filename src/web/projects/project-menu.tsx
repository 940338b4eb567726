import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, FolderOpen, Image, Pencil, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProjectOverview } from '#contract/overview.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { useTrash } from '../trash/use-trash.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { RenameDialog } from '../works/rename-dialog.tsx';

/** What can be done with a project from the list. */
export function ProjectMenu({ project }: { readonly project: Pick<ProjectOverview, 'id' | 'name'> }) {
  const t = useStrings('projects');
  const navigate = useNavigate();
  const [isNaming, setIsNaming] = useState(false);
  const trash = useTrash();
  const { id: projectId, name } = project;
  const params = { projectId };
  return (
    <>
      <Menu
        trigger={<IconButton label={t.more(name)} icon={Ellipsis} size="sm" />}
        items={[
          { label: t.open, icon: FolderOpen, onSelect: () => void navigate({ to: '/p/$projectId', params }) },
          { label: t.rename, icon: Pencil, onSelect: () => setIsNaming(true) },
          { label: t.assets, icon: Image, onSelect: () => void navigate({ to: '/p/$projectId/assets', params }) },
          {
            label: t.settings,
            icon: SlidersHorizontal,
            onSelect: () => void navigate({ to: '/p/$projectId/settings/$tab', params: { ...params, tab: 'general' } }),
          },
          'separator',
          { label: t.toTrash, icon: Trash2, danger: true, onSelect: () => trash.act([{ kind: 'project', projectId }]) },
        ]}
      />
      <RenameDialog
        open={isNaming}
        onOpenChange={setIsNaming}
        title={t.renameTitle}
        name={name}
        rename={async (next) => {
          await client.updateProject({ projectId, name: next });
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: keys.projects }),
            queryClient.invalidateQueries({ queryKey: keys.project(projectId), exact: true }),
          ]);
        }}
      />
    </>
  );
}
