import { useMemo } from 'react';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { uploadWithProgress } from '../../app/upload.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import type { ModelHeaders } from '../../queries/model-choice.ts';
import { workPath, workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { toast } from '../../ui/toast.ts';
import { useTrash } from '../../trash/use-trash.ts';
import { duplicated, inserted } from '../scenario/arrange.ts';
import type { Card } from './board.ts';

type Kind = 'image' | 'video';
type Place = { readonly projectId: string; readonly workId: string };

/** Each press is a request of its own; the same press sent twice by a bad line is one. */
const once = () => ({ async: true, idempotencyKey: crypto.randomUUID() }) as const;

/** What can be done with the scenes of a board, by their place. */
export function useCardActions(place: Place, headers: ModelHeaders) {
  const t = useStrings('generate');
  const trash = useTrash();
  const fresh = () => queryClient.invalidateQueries({ queryKey: keys.work(place.workId) });
  const at = (sceneIndex: number) => ({ ...place, sceneIndex, ...headers });

  const approve = useAction({
    run: async ({ sceneIndex, animate }: { readonly sceneIndex: number; readonly animate: boolean }) => {
      await client.approveScene({ ...at(sceneIndex), animate }, { idempotencyKey: crypto.randomUUID() });
      await fresh();
    },
  });
  const make = useAction({
    run: async ({ sceneIndex, kind }: { readonly sceneIndex: number; readonly kind: Kind }) => {
      await (kind === 'image'
        ? client.generateImage(at(sceneIndex), once())
        : client.generateVideo(at(sceneIndex), once()));
      await fresh();
    },
  });
  const cancel = useAction({
    run: async (jobId: string) => {
      await client.cancelJob({ jobId });
      await fresh();
    },
    done: () => toast({ title: t.cancelled }),
  });
  const upload = useAction({
    run: async ({ sceneIndex, file }: { readonly sceneIndex: number; readonly file: File }) => {
      await uploadWithProgress(`${workPath(place.projectId, place.workId)}/scenes/${sceneIndex}/takes`, 'file', file);
      await fresh();
    },
    done: () => toast({ title: t.uploaded, text: t.uploadedText }),
  });
  const add = useAction({
    run: async (copyOf: string | null) => {
      const { scenes } = await queryClient.ensureQueryData(workQuery(place.projectId, place.workId));
      const arrange = copyOf === null ? inserted(scenes.length) : duplicated(copyOf);
      await client.arrangeScenes({ ...place, scenes: [...arrange(scenes)] });
      await fresh();
      return copyOf === null ? scenes.length : scenes.findIndex(({ id }) => id === copyOf) + 1;
    },
  });
  const { act: approved } = approve;
  const { act: made } = make;
  const { act: cancelled } = cancel;
  const { act: uploaded } = upload;
  const { act: added } = add;
  const { act: trashed } = trash;
  const { projectId, workId } = place;
  const actions = useMemo(
    () => ({
      approve: (sceneIndex: number, animate: boolean) => approved({ sceneIndex, animate }),
      make: (sceneIndex: number, kind: Kind) => made({ sceneIndex, kind }),
      cancel: (jobId: string) => cancelled(jobId),
      upload: (sceneIndex: number, file: File) => uploaded({ sceneIndex, file }),
      copy: (sceneId: string) => added(sceneId),
      remove: (sceneIndex: number, sceneId: string) =>
        trashed([{ kind: 'scene', projectId, workId, sceneIndex, sceneId }]),
    }),
    [approved, made, cancelled, uploaded, added, trashed, projectId, workId],
  );
  const busyOf = ({ index, job }: Pick<Card, 'index' | 'job'>): Busy => {
    if (approve.isPending && approve.input?.sceneIndex === index) return 'approve';
    if (make.isPending && make.input?.sceneIndex === index) return 'make';
    if (upload.isPending && upload.input?.sceneIndex === index) return 'upload';
    return cancel.isPending && cancel.input === job?.id ? 'cancel' : null;
  };
  return { actions, busyOf, add } as const;
}

/** Which of its buttons a card has been pressed and not answered yet. */
export type Busy = 'approve' | 'make' | 'cancel' | 'upload' | null;

/** The same functions at every render, so that a card is drawn again only when its scene changes. */
export type CardActions = ReturnType<typeof useCardActions>['actions'];
