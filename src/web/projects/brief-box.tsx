import { Clapperboard } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { currentLanguage } from '../app/language.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Select } from '../ui/select.tsx';
import { languageChoices, LENGTHS, SHAPES, type Length, type Shape } from './film-choices.ts';
import { useMakeFilm } from './use-make-film.ts';

/** What the box holds: a line, and how the film of it is to be. */
export interface Brief {
  readonly line: string;
  readonly length: Length;
  readonly projectType: 'blank' | 'ecommerce' | 'educational' | 'social';
}

interface BriefBoxProps {
  readonly brief: Brief;
  readonly onBrief: (brief: Brief) => void;
  /** The line itself, so that who takes an example is led to it. */
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
}

/** One line, how long, which shape, in which language: and a film is made of it. */
export function BriefBox({ brief, onBrief, inputRef }: BriefBoxProps) {
  const t = useStrings('firstRun');
  const noteId = useId();
  const make = useMakeFilm();
  const [shape, setShape] = useState<Shape>('9:16');
  const [language, setLanguage] = useState<string>(currentLanguage());
  const [isMissing, setIsMissing] = useState(false);

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const line = brief.line.trim();
    setIsMissing(line === '');
    if (line === '') return inputRef.current?.focus();
    if (make.isPending) return undefined;
    const durationS = Number(brief.length);
    return make.act({ brief: line, durationS, resolution: SHAPES[shape], language, projectType: brief.projectType });
  };
  return (
    <>
      <form
        onSubmit={send}
        className="rounded-10 border border-edge bg-panel p-3 transition-[border-color] duration-150 focus-within:border-ink3 sm:p-3"
      >
        <Line
          inputRef={inputRef}
          value={brief.line}
          noteId={isMissing ? noteId : undefined}
          onValue={(line) => {
            setIsMissing(false);
            onBrief({ ...brief, line });
          }}
          onSend={send}
        />
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Select
            label={t.length}
            hideLabel
            value={brief.length}
            onValueChange={(length) => onBrief({ ...brief, length })}
            options={LENGTHS.map((value) => ({ value, label: t.seconds(Number(value)) }))}
            className="w-auto!"
          />
          <Select
            label={t.format}
            hideLabel
            value={shape}
            onValueChange={setShape}
            options={(Object.keys(SHAPES) as Shape[]).map((value) => ({ value, label: value }))}
            className="w-auto!"
          />
          <Select
            label={t.language}
            hideLabel
            value={language}
            onValueChange={setLanguage}
            options={languageChoices()}
            className="w-auto!"
          />
          <output id={noteId} className="text-12 text-tally-text">
            {isMissing && t.needsLine}
          </output>
          <Button
            type="submit"
            variant="amber"
            icon={Clapperboard}
            pending={make.isPending}
            className="ms-auto min-h-9 px-4 max-sm:w-full"
          >
            {make.isPending ? t.making : t.makeVideo}
          </Button>
        </div>
      </form>
      {make.error && <ErrorState error={make.error} retry={() => send()} className="mt-3" />}
    </>
  );
}

interface LineProps {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly noteId: string | undefined;
  readonly onValue: (value: string) => void;
  readonly onSend: () => void;
}

/** The line; it grows, and Ctrl Enter sends it. */
function Line({ inputRef, value, noteId, onValue, onSend }: LineProps) {
  const t = useStrings('firstRun');
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  return (
    <textarea
      ref={inputRef}
      aria-label={t.briefLabel}
      aria-describedby={noteId}
      aria-keyshortcuts="Control+Enter"
      placeholder={t.brief}
      rows={1}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      onKeyDown={keyed}
      className="scroll-quiet block w-full resize-none rounded-6 bg-transparent px-2 py-2 text-18 text-ink placeholder:text-ink3 focus-visible:outline-offset-0 max-sm:min-h-24"
    />
  );
}
