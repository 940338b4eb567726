import { Image } from 'lucide-react';
import type { TemplateTiming } from '#contract/template.ts';
import type { overlaysForTemplate } from '#domain/templates/template-from-timeline.ts';
import { piecesOf, turnPiece } from '#domain/templates/word-placeholders.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Select } from '../../ui/select.tsx';
import { useEditor } from '../store/editor-store.ts';

type Timing = TemplateTiming['timingMode'];

interface TemplateOverlaysProps {
  readonly overlays: ReturnType<typeof overlaysForTemplate>;
  readonly textOf: (text: { readonly id: string; readonly text: string }) => string;
  readonly timingOf: (id: string) => Timing;
  readonly onWords: (id: string, text: string) => void;
  readonly onTiming: (id: string, timing: Timing) => void;
}

/** Every overlay that goes into a template: its words, each to be made a placeholder, and when it is seen. */
export function TemplateOverlays({ overlays, textOf, timingOf, onWords, onTiming }: TemplateOverlaysProps) {
  const t = useStrings('templates');
  const sources = useEditor((now) => now.sources);
  const lines = [
    ...overlays.texts.map((text) => ({
      id: text.id,
      name: text.text,
      shown: <Words original={text.text} text={textOf(text)} onChange={(next) => onWords(text.id, next)} />,
    })),
    ...overlays.images.map(({ id, media }) => ({
      id,
      name: sources[media.sha256]?.name ?? t.picture,
      shown: (
        <span className="flex min-w-0 items-center gap-2 text-13">
          <Glyph icon={Image} className="text-ink2" />
          <span className="min-w-0 truncate">{sources[media.sha256]?.name ?? t.picture}</span>
        </span>
      ),
    })),
  ];
  return (
    <ul className="flex flex-col divide-y divide-line rounded-6 bg-raise">
      {lines.map(({ id, name, shown }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
          <span className="min-w-40 flex-1">{shown}</span>
          <Select
            quiet
            hideLabel
            label={t.timingOf(name)}
            value={timingOf(id)}
            onValueChange={(timing) => onTiming(id, timing)}
            options={(['relative', 'absolute'] as const).map((value) => ({ value, label: t.timing[value] }))}
          />
        </li>
      ))}
    </ul>
  );
}

interface WordsProps {
  readonly original: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function Words({ original, text, onChange }: WordsProps) {
  const t = useStrings('templates');
  const words = piecesOf(original); // a word and its placeholder have the same place
  return (
    <span dir="auto" className="text-13 leading-7 wrap-anywhere whitespace-pre-line">
      {piecesOf(text).map((piece, place) => {
        const word = words[place]?.text ?? piece.text;
        // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
        if (piece.key === null) return <span key={place}>{piece.text}</span>;
        return (
          <button
            // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
            key={place}
            type="button"
            aria-pressed={piece.isPlaceholder}
            aria-label={piece.isPlaceholder ? t.makeWord(piece.text, word) : t.makePlaceholder(word)}
            onClick={() => onChange(turnPiece(text, place, words[place]?.isPlaceholder ? undefined : word))}
            className={classes(
              'min-h-6 cursor-pointer rounded-4 px-1 touch:min-h-9',
              piece.isPlaceholder
                ? 'bg-ink font-mono text-12 text-room'
                : 'bg-lift hover:inset-ring hover:inset-ring-ink3',
            )}
          >
            {piece.text}
          </button>
        );
      })}
    </span>
  );
}
