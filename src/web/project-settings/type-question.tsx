import { useState } from 'react';
import type { Project, ProjectType } from '#contract/project.ts';
import { projectPresets } from '#domain/project-presets.ts';
import { useProjectDraft, useStyleDraft } from '../queries/project-draft.ts';
import { styleFields, styleWordsOf } from '../queries/style-words.ts';
import { StyleDiff } from '../pieces/style-diff.tsx';
import { WordDiff } from '../pieces/word-diff.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { type PromptField, type TypeChange, typeChanges } from './type-changes.ts';

interface TypeQuestionProps {
  readonly projectId: string;
  readonly project: Pick<Project, PromptField | 'projectType' | 'styleGuide'>;
  readonly to: ProjectType;
  readonly onClose: () => void;
}

/** Asks what is to be taken over from another type: what nobody has worked on is proposed, the rest is only offered. */
export function TypeQuestion({ projectId, project, to, onClose }: TypeQuestionProps) {
  const t = useStrings('projectSettings');
  const { types } = useStrings('projects');
  const draft = useProjectDraft(projectId);
  const style = useStyleDraft(projectId);
  const changes = typeChanges(project, to);
  const [taken, setTaken] = useState<ReadonlySet<TypeChange['field']>>(
    () => new Set(changes.filter(({ isEdited }) => !isEdited).map(({ field }) => field)),
  );
  const preset = projectPresets[to];
  const apply = () => {
    draft.set('projectType', to);
    for (const { field } of changes) {
      if (!taken.has(field)) continue;
      if (field !== 'styleGuide') {
        draft.set(field, preset[field]);
        continue;
      }
      const words = styleWordsOf(preset.styleGuide);
      for (const one of styleFields) style.set(one, words[one]);
    }
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t.typeQuestion(types[to])}
      description={t.typeQuestionText}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="ink" onClick={apply}>
            {taken.size === 0 ? t.typeOnly : t.typeAndTake(taken.size)}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-2">
        {changes.map(({ field, isEdited }) => (
          <li key={field} className="rounded-6 bg-raise p-3">
            <Checkbox
              label={field === 'styleGuide' ? t.tabs.style : t.prompts[field].name}
              hint={isEdited ? t.isEdited : t.isUntouched(types[project.projectType])}
              checked={taken.has(field)}
              onCheckedChange={(checked) => setTaken(withOrWithout(taken, field, checked))}
            />
            <Disclosure title={t.seeChanges} className="mt-2">
              {field === 'styleGuide' ? (
                <StyleDiff before={project.styleGuide} after={preset.styleGuide} />
              ) : (
                <p lang="en" className="text-13 text-ink2">
                  <WordDiff before={project[field]} after={preset[field]} />
                </p>
              )}
            </Disclosure>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function withOrWithout<T>(set: ReadonlySet<T>, one: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (isIn) next.add(one);
  else next.delete(one);
  return next;
}
