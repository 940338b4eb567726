import { useEffect } from 'react';
import type { Timeline } from '#contract/timeline.ts';
import { differenceOf } from '#domain/editing/compare-edits.ts';
import type { Item } from '#domain/editing/items.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { describeConflicts } from '../../app/conflict-words.ts';
import { formatList } from '../../app/format.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { audioName, clipName, imageName, textName } from '../timeline/item-words.ts';
import { useEditor } from './editor-store.ts';

type Words = Pick<Catalogue, 'editor' | 'timeline'>;

const MOST_NAMED = 3;

/** Tells two edits apart in words where both sides changed it: how long each is, and what it has that the other has not. */
export function useConflictWords(): void {
  const editor = useStrings('editor');
  const timeline = useStrings('timeline');
  useEffect(
    () =>
      describeConflicts('edit', ({ mine, theirs }) => ({
        mine: sideInWords(mine as Timeline, theirs as Timeline, { editor, timeline }),
        theirs: sideInWords(theirs as Timeline, mine as Timeline, { editor, timeline }),
      })),
    [editor, timeline],
  );
}

function sideInWords(edit: Timeline, other: Timeline, words: Words): string {
  const { conflict: t } = words.editor;
  const { own, changed, isFilmChanged } = differenceOf(edit, other);
  return [
    t.length(timecodeOf(outputLengthFrames(edit), edit.fps), edit.clips.length),
    ...(own.length > 0 ? [t.own(named(own, words))] : []),
    ...(changed.length > 0 ? [t.changed(named(changed, words))] : []),
    ...(isFilmChanged ? [t.film(edit.width, edit.height)] : []),
  ].join(' ');
}

function named(items: readonly Item[], words: Words): string {
  const names = items.slice(0, MOST_NAMED).map((one) => nameOf(one, words));
  const more = items.length - names.length;
  return formatList(more > 0 ? [...names, words.editor.conflict.more(more)] : names);
}

function nameOf({ kind, item }: Item, { timeline: t }: Words): string {
  const { scenes, sources } = useEditor.getState();
  switch (kind) {
    case 'clip':
      return clipName(item, scenes, sources, t);
    case 'text':
      return `“${textName(item, t)}”`;
    case 'image':
      return imageName(item, sources, t);
    case 'audio':
      return audioName(item, sources, t);
    default:
      return kind satisfies never;
  }
}
