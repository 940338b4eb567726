import { Trash2 } from 'lucide-react';
import { markersInFilm, removeMarker, renameMarker } from '#domain/editing/markers.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { edit, useEditor } from '../store/editor-store.ts';
import { FilmBox, shareOf } from './film-box.tsx';

/** Moments to come back to, on the ruler: a press goes there and opens their name; they are dragged along. */
export function Markers() {
  const t = useStrings('timeline');
  const timeline = useEditor((editor) => editor.timeline);
  const markers = markersInFilm(timeline);
  if (markers.length === 0) return null;
  return (
    <FilmBox className="pointer-events-none">
      <ul aria-label={t.markers} className="absolute inset-x-0 top-0 h-3.5">
        {markers.map(({ id, frame, label }) => (
          <li
            key={id}
            className="pointer-events-auto absolute top-0"
            style={{ left: `calc(${shareOf(frame)} - 12px)` }}
          >
            <Popover
              label={t.marker(label, timecodeOf(frame, timeline.fps))}
              side="top"
              className="grid w-56 gap-2"
              trigger={
                <button
                  type="button"
                  data-marker={id}
                  aria-label={t.marker(label, timecodeOf(frame, timeline.fps))}
                  onClick={() => edit.seek(frame)}
                  className="flex h-6 w-6 touch-none justify-center"
                >
                  <svg aria-hidden="true" viewBox="0 0 10 12" className="h-3 w-2.5 fill-work">
                    <path d="M0 0h10v8l-5 4-5-4Z" />
                  </svg>
                </button>
              }
            >
              {(close) => (
                <form
                  className="grid gap-2"
                  onSubmit={(event) => {
                    event.preventDefault();
                    close();
                  }}
                >
                  <Field label={t.markerName}>
                    <TextInput
                      defaultValue={label}
                      maxLength={200}
                      onBlur={(event) => {
                        const name = event.currentTarget.value;
                        edit.run(t.did.renameMarker, (base) => renameMarker(base, { id, label: name }));
                      }}
                    />
                  </Field>
                  <Button
                    size="sm"
                    variant="quiet"
                    icon={Trash2}
                    onClick={() => {
                      close();
                      edit.run(t.did.removeMarker, (base) => removeMarker(base, { id }));
                    }}
                  >
                    {t.removeMarker}
                  </Button>
                </form>
              )}
            </Popover>
          </li>
        ))}
      </ul>
    </FilmBox>
  );
}
