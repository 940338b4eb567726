import type { ReactNode } from 'react';
import { chooseLanguage, currentLanguage, LANGUAGES } from '../app/language.ts';
import { useDocumentTitle } from '../app/document-title.ts';
import { Mark } from '../app/mark.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Segmented } from '../ui/segmented.tsx';

interface AccountFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** What lies around the forms of who comes in: what this is, and the language it speaks. */
export function AccountFrame({ title, lead, children }: AccountFrameProps) {
  const t = useStrings('accounts');
  const shell = useStrings('shell');
  useDocumentTitle();
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] lg:grid-cols-[minmax(0,1.15fr)_minmax(28rem,1fr)]">
      <header className="flex items-center gap-3 p-4 lg:p-8 xl:px-20">
        <Mark />
        <span className="text-15 font-semibold">{shell.product}</span>
      </header>
      <section
        aria-label={shell.product}
        className="hidden content-center gap-6 px-8 pb-16 lg:col-start-1 lg:row-start-2 lg:grid xl:px-20"
      >
        <p className="max-w-[16ch] text-38 font-semibold text-balance">{t.promise}</p>
        <p className="max-w-md text-15 text-ink2">{t.promiseText}</p>
        <ul className="grid max-w-md gap-3 border-s border-line2 ps-5 text-13 text-ink2">
          {t.facts.split('\n').map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
      <main
        id="content"
        className="grid content-center px-4 pb-8 lg:col-start-2 lg:row-span-3 lg:row-start-1 lg:border-s lg:border-line lg:bg-panel lg:px-12"
      >
        <div className="mx-auto grid w-full max-w-88 gap-6">
          <div className="grid gap-1">
            <h1 tabIndex={-1} className="text-23">
              {title}
            </h1>
            {lead && <p className="text-13 text-ink2">{lead}</p>}
          </div>
          {children}
        </div>
      </main>
      <footer className="p-4 lg:col-start-1 lg:p-8 xl:px-20">
        <Segmented
          label={t.language}
          value={currentLanguage()}
          onValueChange={chooseLanguage}
          options={LANGUAGES.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </footer>
    </div>
  );
}
