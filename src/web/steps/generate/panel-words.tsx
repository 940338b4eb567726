import { useSuspenseQuery } from '@tanstack/react-query';
import type { TakeKind } from '#contract/take.ts';
import { formatCount } from '../../app/format.ts';
import { useSceneDraft } from '../../queries/scene-draft.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { PanelConflict } from './panel-conflict.tsx';

/** The words of a scene for its picture or its clip; saved by themselves, and the same as in the scenario. */
export function PanelWords({ kind, ...place }: ScenePlace & { readonly kind: TakeKind }) {
  const { projectId, workId, sceneIndex } = place;
  const { data: scene } = useSuspenseQuery({
    ...workQuery(projectId, workId),
    select: ({ scenes }) => scenes[sceneIndex],
  });
  if (!scene) return null;
  return <SceneWords projectId={projectId} workId={workId} scene={scene} kind={kind} />;
}

type Scene = Parameters<typeof useSceneDraft>[2];

interface SceneWordsProps {
  readonly projectId: string;
  readonly workId: string;
  readonly scene: Scene;
  readonly kind: TakeKind;
}

function SceneWords({ projectId, workId, scene, kind }: SceneWordsProps) {
  const t = useStrings('scenePanel');
  const { values, set, draft } = useSceneDraft(projectId, workId, scene);
  const field = kind === 'image' ? 'image_prompt' : 'video_prompt';
  const ofScene = draft.conflicts.filter(
    (one) => one.field === `${scene.id}.${field}` || one.field === `${scene.id}.negative_prompt`,
  );
  const error = draft.state === 'refused' ? draft.error?.message : undefined;
  return (
    <div className="flex flex-col gap-4">
      {ofScene.map((conflict) => (
        <PanelConflict
          key={conflict.field}
          conflict={conflict}
          onSettle={(choice) => draft.settle(conflict.field, choice)}
        />
      ))}
      <Field
        label={kind === 'image' ? t.imagePrompt : t.videoPrompt}
        count={values[field] === '' ? undefined : formatCount(values[field].length)}
        error={error}
      >
        <TextArea
          value={values[field]}
          onValueChange={(text) => set(field, text)}
          maxLength={8000}
          rows={4}
          maxRows={14}
          placeholder={kind === 'image' ? t.imagePromptEmpty : t.videoPromptEmpty}
        />
      </Field>
      <Field label={t.keepOut}>
        <TextArea
          value={values.negative_prompt}
          onValueChange={(text) => set('negative_prompt', text)}
          maxLength={4000}
          rows={1}
          maxRows={6}
          placeholder={t.keepOutEmpty}
        />
      </Field>
    </div>
  );
}
