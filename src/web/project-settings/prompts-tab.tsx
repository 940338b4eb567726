import { useSuspenseQuery } from '@tanstack/react-query';
import { composeImagePrompt, composeVideoPrompt } from '#domain/prompts/compose-prompt.ts';
import { projectPresets } from '#domain/project-presets.ts';
import { useProjectDraft } from '../queries/project-draft.ts';
import { projectQuery } from '../queries/projects.ts';
import { useStrings } from '../strings/catalogue.ts';
import { PromptField } from './prompt-field.tsx';
import { Received } from './received.tsx';
import { TabHeader } from './tab-header.tsx';
import { editedPrompts, promptFields } from './type-changes.ts';

/** What the models of a project are told before anything else; each as its type brings it along, or one's own. */
export function PromptsTab({ projectId }: { readonly projectId: string }) {
  const t = useStrings('projectSettings');
  const { types } = useStrings('projects');
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const { values, set } = useProjectDraft(projectId);
  const { styleGuide } = project;
  const preset = projectPresets[values.projectType];
  const edited = editedPrompts({ ...values, styleGuide });
  const received = {
    imageSystemPrompt: composeImagePrompt({
      styleGuide,
      instruction: { project: values.imageSystemPrompt },
      prompt: t.sceneWords,
    }),
    videoSystemPrompt: composeVideoPrompt({
      styleGuide,
      instruction: { project: values.videoSystemPrompt },
      prompt: t.sceneMotion,
    }),
  };
  return (
    <div className="max-w-200">
      <TabHeader title={t.promptsTitle(edited.length, promptFields.length, types[values.projectType])}>
        {t.promptsText}
      </TabHeader>
      <div className="flex flex-col gap-8">
        {promptFields.map((field) => (
          <PromptField
            key={field}
            label={t.prompts[field].name}
            hint={t.prompts[field].goes}
            value={values[field]}
            ofType={preset[field]}
            typeName={types[values.projectType]}
            onValueChange={(prompt) => set(field, prompt)}
          >
            {field in received && (
              <Received title={t.receives} text={received[field as keyof typeof received]} empty={t.nothingSaid} />
            )}
          </PromptField>
        ))}
      </div>
    </div>
  );
}
