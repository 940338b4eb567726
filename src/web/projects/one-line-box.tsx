import { Sparkles } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { currentLanguage } from '../app/language.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { useMakeFilm } from './use-make-film.ts';

const DURATION_S = 15;

/** A film from one line, with what is used otherwise said beside it. */
export function OneLineBox({ projectId }: { readonly projectId?: string }) {
  const t = useStrings('projects');
  const make = useMakeFilm();
  const [line, setLine] = useState('');
  const inputRef = useRef<HTMLInputElement>(null);
  const brief = line.trim();
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (brief === '') return inputRef.current?.focus();
    if (make.isPending) return undefined;
    return make.act({ brief, durationS: DURATION_S, language: currentLanguage(), ...(projectId ? { projectId } : {}) });
  };
  return (
    <>
      <form
        onSubmit={send}
        className="flex min-h-12 items-center gap-2 rounded-10 border border-edge bg-panel p-1.5 ps-3.5 transition-[border-color] duration-150 focus-within:border-ink3 hover:border-ink3"
      >
        <Glyph icon={Sparkles} className="text-ink2" />
        <input
          ref={inputRef}
          aria-label={t.lineLabel}
          aria-describedby="one-line-uses"
          placeholder={t.lineLabel}
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
          className="h-9 min-w-0 grow rounded-4 bg-transparent px-1 text-15 text-ink placeholder:text-ink3 focus-visible:outline-offset-0"
        />
        <span id="one-line-uses" className="shrink-0 text-12 text-ink3 max-md:sr-only">
          {t.lineHint}
        </span>
        <Button type="submit" pending={make.isPending}>
          {t.makeVideo}
        </Button>
      </form>
      {make.error && <ErrorState error={make.error} retry={() => send()} className="mt-3" />}
    </>
  );
}
