import { useMemo } from 'react';
import { itemsOf } from '#domain/editing/items.ts';
import { useCalmEditor } from '../store/calm-editor.ts';
import { AudioInspector } from './audio-inspector.tsx';
import { ClipInspector } from './clip-inspector.tsx';
import { FilmInspector } from './film-inspector.tsx';
import { ImageInspector } from './image-inspector.tsx';
import { SeveralInspector } from './several-inspector.tsx';
import { TextInspector } from './text-inspector.tsx';

/** The fields of what is selected; those of the film while nothing is. */
export function InspectorContent() {
  const timeline = useCalmEditor((now) => now.timeline);
  const selection = useCalmEditor((now) => now.selection);
  const chosen = useMemo(
    () => itemsOf(timeline).filter(({ item }) => selection.includes(item.id)),
    [timeline, selection],
  );
  const key = selection.join(' ');
  const kinds = new Set(chosen.map(({ kind }) => kind));
  const [kind] = kinds.size === 1 ? kinds : [];
  if (kind === 'audio')
    return <AudioInspector key={key} tracks={timeline.audio.filter(({ id }) => selection.includes(id))} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-4">
      {chosen.length === 0 && <FilmInspector />}
      {kinds.size > 1 && <SeveralInspector key={key} ids={selection} />}
      {kind === 'text' && <TextInspector key={key} texts={timeline.texts.filter(({ id }) => selection.includes(id))} />}
      {kind === 'image' && (
        <ImageInspector key={key} images={timeline.images.filter(({ id }) => selection.includes(id))} />
      )}
      {kind === 'clip' && <ClipInspector key={key} clips={timeline.clips.filter(({ id }) => selection.includes(id))} />}
    </div>
  );
}
