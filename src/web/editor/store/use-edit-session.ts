import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { etagOf } from '#contract/client.ts';
import type { Edit } from '#contract/edit.ts';
import type { EditorChanges } from '#contract/editor-state.ts';
import type { Timeline } from '#contract/timeline.ts';
import { editorChangesOf } from '#domain/timeline/editor-changes.ts';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAutosave } from '../../app/use-autosave.ts';
import { editQuery } from '../../queries/edit.ts';
import { keys } from '../../queries/keys.ts';
import { workPath } from '../../queries/works.ts';
import { canonicalTimeline, isSameTimeline } from './canonical-timeline.ts';
import { edit, type EditPlace, useEditor } from './editor-store.ts';

/** What this tab saved last, by work: an answer that was under way meanwhile is older, and says nothing new. */
const saved = new Map<string, { readonly revision: number; readonly timeline: Timeline }>();

/**
 * Opens the edit of a work in the store, and keeps the two the same: what is done here saves itself, what is done elsewhere
 * comes in as a step; where both changed it, a person chooses.
 *
 * @param words what a step that came from elsewhere is called
 */
export function useEditSession(place: EditPlace, words: { readonly elsewhere: string }, playhead?: number): void {
  const { projectId, workId } = place;
  const { data } = useSuspenseQuery(editQuery(projectId, workId));
  const truth = truthOf(workId, data);
  const value = useMemo(() => ({ edit: truth }), [truth]); // another object is another answer of the server
  const draft = useAutosave<{ edit: Timeline }>({
    key: `${workPath(projectId, workId)}#edit`,
    value,
    send: async (changes) => {
      if (!changes.edit) return;
      // A draft from before a reload is sent before it is shown: what it is laid over is what was read, not what is open.
      const read = await queryClient.ensureQueryData(editQuery(projectId, workId));
      const revision = Math.max(read.revision, saved.get(workId)?.revision ?? 0);
      const answer = await client.updateWork(
        { projectId, workId, editorState: changesOf(changes.edit, read) },
        { ifMatch: `"${revision}"` },
      );
      // The version of just this save: other answers are under way.
      saved.set(workId, { revision: Number(etagOf(answer)?.replaceAll('"', '')), timeline: changes.edit });
      queryClient.setQueryData(keys.work(workId), answer);
    },
    refresh: async () => {
      const fresh = await queryClient.fetchQuery({ ...editQuery(projectId, workId), staleTime: 0 });
      return { edit: truthOf(workId, fresh) };
    },
  });

  const present = draft.values.edit;
  const opened = useRef<string | null>(null);
  const first = useRef(playhead); // the address follows the playhead from then on
  const { timeline: ofServer, sources, scenes, isSaved } = data;
  useEffect(() => {
    const timeline = { ...present, extra: ofServer.extra };
    const isUntouched = !isSaved && useEditor.getState().history.past.length === 0;
    if (opened.current === workId) {
      edit.know({ sources, scenes });
      // An edit that nobody has touched yet is what the board makes of it: nothing to undo, and nothing to save.
      return isUntouched ? edit.follow(timeline) : edit.receive(words.elsewhere, timeline);
    }
    opened.current = workId;
    edit.open({
      place: { projectId, workId },
      timeline,
      sources,
      scenes,
      ...(first.current === undefined ? {} : { playhead: first.current }),
    });
  }, [projectId, workId, present, ofServer, sources, scenes, isSaved, words.elsewhere]);

  const set = useRef(draft.set);
  useEffect(() => {
    set.current = draft.set;
  });
  useEffect(
    () =>
      useEditor.subscribe(({ history, place: now }, before) => {
        if (now.workId !== workId || before.place.workId !== workId) return;
        if (history.present !== before.history.present) set.current('edit', canonicalTimeline(history.present));
      }),
    [workId],
  );
}

/** What is on the server, as far as this tab knows. */
function truthOf(workId: string, read: Pick<Edit, 'timeline' | 'revision'>): Timeline {
  const own = saved.get(workId);
  if (own && own.revision > read.revision) return own.timeline;
  const known = canonical.get(read.timeline) ?? canonicalTimeline(read.timeline);
  canonical.set(read.timeline, known);
  return own && isSameTimeline(own.timeline, known) ? own.timeline : known;
}

const canonical = new WeakMap<Timeline, Timeline>(); // asked for at every render

/** An edit as it is saved over what was read; what only this tab knows of yet are files that were just added. */
function changesOf(timeline: Timeline, read: Edit): EditorChanges {
  const { sources } = useEditor.getState();
  return editorChangesOf(
    { ...timeline, extra: read.timeline.extra },
    {
      sceneIds: read.scenes.map(({ sceneId }) => sceneId),
      urlOf: (sha256) => (sources[sha256] ?? read.sources[sha256])?.url || undefined,
    },
  );
}
