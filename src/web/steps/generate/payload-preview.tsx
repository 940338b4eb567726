import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { TakeKind } from '#contract/take.ts';
import { formatCount } from '../../app/format.ts';
import { useSceneDraft } from '../../queries/scene-draft.ts';
import { previewQuery, type ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useEngine } from './panel-engine.ts';
import { useSettled } from './payload-settled.ts';
import { PayloadText } from './payload-text.tsx';
import { useLastTake } from './panel-last-take.ts';

interface PayloadPreviewProps extends ScenePlace {
  readonly kind: TakeKind;
}

/** What the provider receives: the request as it would be made now, with the words as they stand in the fields. */
export function PayloadPreview({ kind, ...place }: PayloadPreviewProps) {
  const { data: scene } = useSuspenseQuery({
    ...workQuery(place.projectId, place.workId),
    select: ({ scenes }) => scenes[place.sceneIndex],
  });
  return scene ? <Payload {...place} kind={kind} scene={scene} /> : null;
}

type Scene = Parameters<typeof useSceneDraft>[2];

function Payload({ kind, scene, ...place }: PayloadPreviewProps & { readonly scene: Scene }) {
  const t = useStrings('scenePanel');
  const [isOpen, setIsOpen] = useState(false);
  const { headers } = useEngine(place.workId, kind);
  const { values } = useSceneDraft(place.projectId, place.workId, scene);
  const lastTakeId = useLastTake(scene.id);
  const words = useSettled([values.image_prompt, values.negative_prompt, values.video_prompt].join('\u0000')).split(
    '\u0000',
  );
  const [image_prompt = '', negative_prompt = '', video_prompt = ''] = words;
  const wanted = {
    kind,
    image_prompt,
    negative_prompt,
    video_prompt,
    ...(kind === 'video' && lastTakeId ? { lastTakeId } : {}),
    ...(isOpen ? { literal: true } : {}),
  };
  const { data, error, refetch } = useQuery(previewQuery(place, wanted, headers));
  const shown = useDeferredValue(data);
  return (
    <Disclosure
      title={t.payload}
      summary={shown && t.characters(formatCount(shown.prompt.length), shown.prompt.length)}
      onOpenChange={setIsOpen}
    >
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : shown ? (
        <PayloadText preview={shown} place={place} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </Disclosure>
  );
}
