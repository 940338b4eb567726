import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PlaceholderValues } from '#contract/template.ts';
import { filmSpanOf } from '#domain/editing/film-spans.ts';
import { findItem } from '#domain/editing/items.ts';
import { framesToSeconds } from '#domain/frames.ts';
import { layOverTimeline } from '#domain/templates/lay-over-timeline.ts';
import { nominalLengthFrames } from '#domain/templates/nominal-length.ts';
import { client } from '../../app/api.ts';
import { assetsQuery } from '../../queries/assets.ts';
import { templateQuery } from '../../queries/templates.ts';
import { newItemId } from '../new-item-id.ts';
import { mediaOfAsset, sourceOfAsset } from '../source-of-asset.ts';
import { edit, useEditor } from '../store/editor-store.ts';

interface TemplateOnTrial {
  readonly templateId: string;
  readonly values: PlaceholderValues;
  /** What the step is called once it is one. */
  readonly label: string;
  /** It was applied, or something else was done to the edit meanwhile. */
  readonly onEnd: () => void;
}

/** Shows a template over the film as a drag that is not let go: `apply` makes it a step, leaving takes it away. */
export function useTemplatePreview({ templateId, values, label, onEnd }: TemplateOnTrial) {
  const { projectId } = useEditor(({ place }) => place);
  const base = useEditor(({ history }) => history.present);
  const [trial] = useState(newItemId); // the server gives fresh ids each time, also for the same values
  const { data: template, error: unknown } = useQuery(templateQuery(projectId, templateId));
  const { data: assets } = useQuery(assetsQuery(projectId));
  const { fps, width, height } = base;
  const asked = {
    videoDuration: framesToSeconds(Math.max(1, nominalLengthFrames(base)), fps),
    resolution: { width, height },
    placeholderValues: useDeferredValue(values),
  };
  const laid = useQuery({
    queryKey: ['template on trial', trial, templateId, asked],
    queryFn: ({ signal }) => client.layOutTemplate({ projectId, templateId, ...asked }, { signal }),
    placeholderData: (before) => before,
    enabled: template !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const laidOut = laid.data;
  const gesture = useRef<object | null>(null);

  const show = useEffectEvent(() => {
    if (!laidOut || !assets || !template) return;
    const known = new Map(assets.assets.map((asset) => [asset.id, asset]));
    const sources = Object.values(laidOut.imageOverlays).flatMap(({ assetId }) => {
      const asset = known.get(assetId);
      return (asset && sourceOfAsset(asset, fps)) ?? [];
    });
    edit.know({ sources: Object.fromEntries(sources.map((source) => [source.sha256, source])) });
    const isFirst = gesture.current === null;
    if (isFirst) {
      edit.begin(label);
      gesture.current = useEditor.getState().gesture;
    }
    edit.live((timeline) =>
      layOverTimeline(timeline, laidOut, {
        mediaOf: (assetId) => {
          const asset = known.get(assetId);
          return asset ? mediaOfAsset(asset) : null;
        },
        defaultTransition: template.content.defaultTransition,
      }),
    );
    if (isFirst) seekToOneOf(idsOf(laidOut));
  });
  useEffect(() => show(), [laidOut, assets, template]);

  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const unsubscribe = useEditor.subscribe((now) => {
      if (gesture.current === null || now.gesture === gesture.current) return;
      gesture.current = null;
      end();
    });
    return () => {
      unsubscribe();
      if (gesture.current !== null && useEditor.getState().gesture === gesture.current) edit.cancel();
      gesture.current = null;
    };
  }, []);

  const apply = (): void => {
    const isShown = gesture.current !== null && useEditor.getState().gesture === gesture.current;
    if (!laidOut || !isShown) return;
    edit.commit();
    edit.select(idsOf(laidOut));
  };
  const error = unknown ?? laid.error;
  return { template, laidOut, error, apply, retry: () => void laid.refetch(), isFresh: !laid.isPlaceholderData };
}

interface Laid {
  readonly textTrackActions: readonly { readonly id: string }[];
  readonly imageTrackActions: readonly { readonly id: string }[];
}

const idsOf = ({ textTrackActions, imageTrackActions }: Laid): readonly string[] =>
  [...textTrackActions, ...imageTrackActions].map(({ id }) => id);

/** Goes to the middle of the first of these things, unless one of them is seen already. */
function seekToOneOf(ids: readonly string[]): void {
  const { timeline, playhead } = useEditor.getState();
  const spans = ids.flatMap((id) => {
    const item = findItem(timeline, id);
    return item ? [filmSpanOf(timeline, item)] : [];
  });
  const [first] = spans.toSorted((one, other) => one.startFrame - other.startFrame);
  if (!first || spans.some(({ startFrame, endFrame }) => startFrame <= playhead && playhead < endFrame)) return;
  edit.seek(Math.floor((first.startFrame + first.endFrame) / 2));
}
