import { type FormEvent, useId, useRef, useState } from 'react';
import type { TemplateSummary } from '#contract/template.ts';
import { client } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type SaidOfTemplate, TemplateFields } from './template-fields.tsx';
import { refreshTemplates } from './use-template-actions.ts';

interface TemplateDialogProps {
  readonly projectId: string;
  readonly template: Pick<TemplateSummary, 'id' | 'name' | 'description' | 'tags'>;
  readonly onClose: () => void;
}

/** What a template is called and what is said of it. */
export function TemplateDialog({ projectId, template, onClose }: TemplateDialogProps) {
  const t = useStrings('templates');
  const formId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { id: templateId, name, description = '', tags = [] } = template;
  const [said, setSaid] = useState<SaidOfTemplate>({ name, description, tags });
  const saving = useAction({
    quiet: true,
    run: () =>
      client.updateTemplate({
        projectId,
        templateId,
        name: said.name.trim(),
        description: said.description.trim() || null,
        tags: [...said.tags],
      }),
    done: () => {
      void refreshTemplates(projectId);
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (said.name.trim() !== '') saving.act(undefined);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t.details}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            type="submit"
            form={formId}
            variant="ink"
            pending={saving.isPending}
            disabled={said.name.trim() === ''}
          >
            {t.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} className="flex flex-col gap-4">
        <TemplateFields value={said} onChange={setSaid} error={saving.error?.message} nameRef={input} />
      </form>
    </Dialog>
  );
}
