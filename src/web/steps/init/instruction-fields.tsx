import type { Project } from '#contract/project.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { Brief, BriefDraft, Prompt } from './use-brief.ts';

const MOST = 20_000; // contract/work.ts

/** The instructions that this work has for itself. */
export function ownPrompts(brief: Brief, project: Project, hasReference: boolean): readonly Prompt[] {
  return promptsOf(hasReference).filter((prompt) => brief[prompt] !== null && brief[prompt] !== project[prompt]);
}

const promptsOf = (hasReference: boolean): readonly Prompt[] => [
  'systemPrompt',
  ...(hasReference ? (['analyzerPrompt'] as const) : []),
  'imageSystemPrompt',
  'videoSystemPrompt',
];

/** What models are told in this work, each the project's until it is changed. */
export function InstructionFields({ draft, project }: { readonly draft: BriefDraft; readonly project: Project }) {
  const t = useStrings('init');
  const { work, brief, set } = draft;
  const own = ownPrompts(brief, project, work.hasReferenceVideo);
  return (
    <div className="flex flex-col gap-4">
      {promptsOf(work.hasReferenceVideo).map((prompt) => (
        <Field
          key={prompt}
          label={t.prompts[prompt]}
          hint={
            own.includes(prompt) ? (
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {t.promptChanged}
                <Button size="sm" variant="quiet" onClick={() => set(prompt, null)}>
                  {t.backToProject}
                </Button>
              </span>
            ) : (
              t.promptOfProject
            )
          }
        >
          <TextArea
            value={brief[prompt] ?? project[prompt]}
            maxLength={MOST}
            maxRows={8}
            onValueChange={(words) => set(prompt, words)}
          />
        </Field>
      ))}
    </div>
  );
}
