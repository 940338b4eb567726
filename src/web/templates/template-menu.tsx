import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TemplateSummary } from '#contract/template.ts';
import { useStrings } from '../strings/catalogue.ts';
import { useTrash } from '../trash/use-trash.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import { useDuplicateTemplate } from './use-template-actions.ts';

interface TemplateMenuProps {
  readonly projectId: string;
  readonly template: TemplateSummary;
}

/** What can be done with a template, wherever it is listed. */
export function TemplateMenu({ projectId, template }: TemplateMenuProps) {
  const t = useStrings('templates');
  const [isEditing, setIsEditing] = useState(false);
  const duplicate = useDuplicateTemplate(projectId);
  const trash = useTrash();
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={t.more(template.name)}
            icon={Ellipsis}
            size="sm"
            pending={duplicate.isPending || trash.isPending}
          />
        }
        items={[
          { label: t.edit, icon: Pencil, onSelect: () => setIsEditing(true) },
          { label: t.duplicate, icon: Copy, onSelect: () => duplicate.act(template) },
          'separator',
          {
            label: t.toTrash,
            icon: Trash2,
            danger: true,
            onSelect: () => trash.act([{ kind: 'template', projectId, templateId: template.id }]),
          },
        ]}
      />
      {isEditing && <TemplateDialog projectId={projectId} template={template} onClose={() => setIsEditing(false)} />}
    </>
  );
}
