import { Check, Film, FilePlus, Images, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { useGrowing } from '../ui/use-growing.ts';
import { BriefBox, type Brief } from './brief-box.tsx';
import { ExampleCard } from './example-card.tsx';
import { exampleLines } from './example-lines.ts';
import type { Length } from './film-choices.ts';
import { useBegin } from './use-begin.ts';

const MOST_ROWS = 10;

interface FirstRunProps {
  readonly onEmptyProject: () => void;
}

/** Nobody has a project yet: a film within a minute, without any set-up. */
export function FirstRun({ onEmptyProject }: FirstRunProps) {
  const t = useStrings('firstRun');
  const [brief, setBrief] = useState<Brief>({ line: '', length: '15', projectType: 'blank' });
  const [taken, setTaken] = useState(0);
  const inputRef = useGrowing(brief.line, MOST_ROWS);
  const begin = useBegin();
  return (
    <main id="content" className="mx-auto w-full max-w-266 grow px-4 pt-8 pb-12 sm:px-6 lg:pt-16">
      <div className="items-end gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_21.5rem]">
        <div className="min-w-0 max-w-150">
          <h1 tabIndex={-1} className="text-23 font-semibold sm:text-38">
            {t.title} <span className="block text-ink2">{t.titleQuiet}</span>
          </h1>
          <p className="mt-3 text-15 text-ink2">{t.intro}</p>
        </div>
        <dl className="border-s border-line2 ps-4 text-12 max-lg:mt-6 max-sm:hidden">
          <Gives icon={Check} glyph="text-done" title={t.builtIn} text={t.builtInText} />
          <Gives icon={KeyRound} glyph="text-ink2" title={t.withKey} text={t.withKeyText} />
        </dl>
      </div>

      <div className="mt-7">
        <BriefBox brief={brief} onBrief={setBrief} inputRef={inputRef} />
      </div>

      <h2 className="mt-10 mb-3 text-13">{t.examples}</h2>
      <ul className="grid gap-3 lg:grid-cols-3">
        {exampleLines.map((line) => (
          <li key={line.id} className="grid min-w-0">
            <ExampleCard
              line={line}
              onTake={() => {
                setBrief({
                  line: t.lines[line.id],
                  length: String(line.durationS) as Length,
                  projectType: line.projectType,
                });
                setTaken((count) => count + 1);
                inputRef.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-12 text-ink3">{t.framesNote}</p>
      <output className="sr-only">{taken > 0 && t.taken}</output>

      <div className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-4">
        <Button
          variant="quiet"
          icon={Film}
          className="-ms-3"
          pending={begin.isPending && begin.input?.start === 'reference'}
          onClick={() => begin.act({ start: 'reference', projectName: t.film })}
        >
          {t.fromReference}
        </Button>
        <Button
          variant="quiet"
          icon={Images}
          pending={begin.isPending && begin.input?.start === 'pictures'}
          onClick={() => begin.act({ start: 'pictures', projectName: t.film })}
        >
          {t.fromPictures}
        </Button>
        <Button variant="quiet" icon={FilePlus} onClick={onEmptyProject}>
          {t.emptyProject}
        </Button>
        <ButtonLink to="/settings/providers" variant="quiet" icon={KeyRound} className="-me-3 sm:ms-auto">
          {t.keyLater}
        </ButtonLink>
      </div>
      <p className="mt-4 text-12 text-ink3">{t.privacy}</p>
    </main>
  );
}

interface GivesProps {
  readonly icon: Icon;
  readonly glyph: string;
  readonly title: string;
  readonly text: string;
}

function Gives({ icon, glyph, title, text }: GivesProps) {
  return (
    <div className="mt-2 first:mt-0">
      <dt className="flex items-center gap-2 font-semibold">
        <Glyph icon={icon} className={glyph} />
        {title}
      </dt>
      <dd className="mt-1 text-ink2">{text}</dd>
    </div>
  );
}
