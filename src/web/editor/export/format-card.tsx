import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Glyph } from '../../ui/glyph.tsx';
import type { Sides } from './export-settings.ts';
import { FilmThumb } from './film-thumb.tsx';

interface FormatCardProps {
  readonly title: string;
  /** Where it is shown. */
  readonly text: string;
  readonly sides: Sides;
  /** The film in this shape. */
  readonly picture: ReactNode;
  readonly isChecked: boolean;
  readonly onCheckedChange: (isChecked: boolean) => void;
}

/** One shape that the film may be exported in, drawn from a frame of it: checked or not, among others. */
export function FormatCard(props: FormatCardProps) {
  const { title, text, sides, picture, isChecked, onCheckedChange } = props;
  return (
    <label className="group relative grid min-w-0 cursor-pointer justify-items-center rounded-6 border border-edge px-2 pt-3 pb-2 text-center hover:border-ink3 has-checked:border-ink has-checked:bg-raise has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onCheckedChange(event.currentTarget.checked)}
        className="sr-only"
      />
      <span
        aria-hidden="true"
        className="absolute end-1.5 top-1.5 z-10 grid size-4 place-items-center rounded-4 border border-edge bg-field text-room group-has-checked:border-ink group-has-checked:bg-ink"
      >
        <Glyph icon={Check} className="not-group-has-checked:invisible [&>svg]:size-3" />
      </span>
      <FilmThumb sides={sides} className="mb-2 h-12 w-full max-w-14">
        {picture}
      </FilmThumb>
      <span className="text-13 font-semibold">{title}</span>
      <span className="text-12 text-ink3">{text}</span>
    </label>
  );
}
