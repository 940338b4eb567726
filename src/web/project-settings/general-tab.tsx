import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProjectType } from '#contract/project.ts';
import { projectPresets } from '#domain/project-presets.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useProjectDraft } from '../queries/project-draft.ts';
import { projectQuery } from '../queries/projects.ts';
import { useStrings } from '../strings/catalogue.ts';
import { useTrash } from '../trash/use-trash.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { TabHeader } from './tab-header.tsx';
import { typeChanges } from './type-changes.ts';
import { TypeFacts } from './type-facts.tsx';
import { TypeQuestion } from './type-question.tsx';

const TYPES = Object.keys(projectPresets) as ProjectType[];
const LONGEST_NAME = 200;

/** Name and type of a project; another type offers what it brings along and replaces nothing by itself. */
export function GeneralTab({ projectId }: { readonly projectId: string }) {
  const t = useStrings('projectSettings');
  const { types, typeTexts } = useStrings('projects');
  const navigate = useNavigate();
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const draft = useProjectDraft(projectId);
  const [isNameless, setIsNameless] = useState(false);
  const [asked, setAsked] = useState<ProjectType | null>(null);
  const { name, projectType } = draft.values;
  const trash = useTrash(() => void navigate({ to: '/projects' }));
  const choose = (type: ProjectType) => {
    if (typeChanges({ ...draft.values, styleGuide: project.styleGuide }, type).length > 0) setAsked(type);
    else draft.set('projectType', type);
  };
  return (
    <div className="max-w-180">
      <TabHeader title={t.generalTitle(types[projectType])}>{t.generalText}</TabHeader>
      <div className="flex flex-col gap-8">
        <Field label={t.name} error={isNameless ? t.nameNeeded : null}>
          <TextInput
            value={isNameless ? '' : name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            onValueChange={(next) => {
              setIsNameless(next.trim() === '');
              if (next.trim() !== '') draft.set('name', next);
            }}
          />
        </Field>
        <div className="flex flex-col gap-3">
          <RadioCards
            label={t.type}
            columns={3}
            value={projectType}
            onValueChange={choose}
            options={TYPES.map((type) => ({ value: type, title: types[type], text: typeTexts[type] }))}
          />
          <TypeFacts projectType={projectType} />
        </div>
        <section className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
          <div className="min-w-60 flex-1">
            <h2 className="text-13">{t.trashTitle}</h2>
            <p className="text-12 text-ink3">{t.trashText}</p>
          </div>
          <Button icon={Trash2} pending={trash.isPending} onClick={() => trash.act([{ kind: 'project', projectId }])}>
            {t.trash}
          </Button>
        </section>
      </div>
      {asked && (
        <TypeQuestion
          project={{ ...draft.values, styleGuide: project.styleGuide }}
          to={asked}
          projectId={projectId}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
