import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import type { TemplateSummary } from '#contract/template.ts';
import { overlaysForTemplate } from '#domain/templates/template-from-timeline.ts';
import { templatesQuery } from '../../queries/templates.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { findTemplates } from '../../templates/find-templates.ts';
import { overlaysInWords } from '../../templates/overlays-in-words.ts';
import { TemplateMenu } from '../../templates/template-menu.tsx';
import { TemplateThumb } from '../../templates/template-thumb.tsx';
import { Button } from '../../ui/button.tsx';
import { useCalmEditor } from '../store/calm-editor.ts';
import { useEditor } from '../store/editor-store.ts';
import { useGo } from '../use-editor-address.ts';
import { TemplateSave } from './template-save.tsx';
import { TemplateTrial } from './template-trial.tsx';
import { useTemplateOnTrial } from './use-template-on-trial.ts';

/** Overlays of the project to be used again: saved from this film, or tried over it. */
export function TemplatesPanel() {
  const { projectId } = useEditor(({ place }) => place);
  const { data: templates } = useQuery(templatesQuery(projectId));
  const go = useGo();
  const onTrial = useTemplateOnTrial();
  if (onTrial) return <TemplateTrial key={onTrial.templateId} {...onTrial} />;
  return <TemplatesList templates={templates} onTry={(id) => go({ panel: 'templates', template: id })} />;
}

interface TemplatesListProps {
  readonly templates: readonly TemplateSummary[] | undefined;
  readonly onTry: (id: string) => void;
}

function TemplatesList({ templates, onTry }: TemplatesListProps) {
  const t = useStrings('templates');
  const [isSaving, setIsSaving] = useState(false);
  const { projectId } = useEditor(({ place }) => place);
  const timeline = useCalmEditor((now) => now.timeline);
  const { texts, images } = overlaysForTemplate(timeline);
  const hasOverlays = texts.length + images.length > 0;
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex items-baseline gap-2">
        <h2 className="text-13 font-semibold">{t.tab}</h2>
        {templates && <span className="text-12 text-ink3">{t.panelCount(templates.length)}</span>}
      </div>
      <Button icon={LayoutTemplate} disabled={!hasOverlays} onClick={() => setIsSaving(true)}>
        {t.saveAs}
      </Button>
      {!hasOverlays && <p className="text-12 text-ink3">{t.nothingToSave}</p>}
      {templates?.length === 0 && hasOverlays && <p className="text-12 text-ink3">{t.panelEmpty}</p>}
      <ul aria-label={t.list} aria-busy={templates === undefined} className="flex flex-col gap-2">
        {findTemplates(templates ?? [], undefined).map((template) => (
          <li key={template.id} className="flex flex-col rounded-6 bg-raise p-2">
            <TemplateThumb template={template} />
            <div className="flex items-center gap-1 pt-2">
              <span className="min-w-0 grow">
                <span className="block truncate text-13" title={template.name}>
                  {template.name}
                </span>
                <span className="block truncate text-11 text-ink3">
                  {overlaysInWords({ texts: template.textOverlayCount, images: template.imageOverlayCount }, t)}
                </span>
              </span>
              <Button size="sm" aria-label={t.useNamed(template.name)} onClick={() => onTry(template.id)}>
                {t.use}
              </Button>
              <TemplateMenu projectId={projectId} template={template} />
            </div>
          </li>
        ))}
      </ul>
      {isSaving && <TemplateSave onClose={() => setIsSaving(false)} />}
    </div>
  );
}
