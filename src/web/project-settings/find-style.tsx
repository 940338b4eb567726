import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { FileText, Globe, WandSparkles } from 'lucide-react';
import { type FormEvent, useDeferredValue, useState } from 'react';
import type { StyleGuide } from '#contract/style-guide.ts';
import { client } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { useReader } from '../queries/reader-choice.ts';
import { styleReadingQuery } from '../queries/style-reading.ts';
import { changedStyleFields, type StyleField, type StyleWords, styleWordsOf } from '../queries/style-words.ts';
import { Price } from '../pieces/price.tsx';
import { ReaderMenu } from '../pieces/reader-menu.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { FoundStyle } from './found-style.tsx';

interface FindStyleProps {
  readonly projectId: string;
  readonly present: StyleGuide;
  readonly onTake: <F extends StyleField>(field: F, value: StyleWords[F]) => void;
}

const LONGEST_TEXT = 200_000;
const LONGEST_PAGE_BYTES = 100_000; // as much of a page as the server reads

/** Finds a style guide in a text or on a web page; what is found is laid beside the present one, and replaces nothing. */
export function FindStyle({ projectId, present, onTake }: FindStyleProps) {
  const t = useStrings('projectSettings');
  const { data: providers } = useSuspenseQuery(providersQuery);
  const { data: settings } = useSuspenseQuery(providerSettingsQuery);
  const { readers, chosen, headers } = useReader('llm', providers, settings);
  const [source, setSource] = useState<'text' | 'page'>('page');
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');
  const textBytes = useDeferredValue(source === 'page' ? LONGEST_PAGE_BYTES : new Blob([text]).size);
  const { data: estimate } = useQuery(styleReadingQuery(projectId, textBytes, headers));
  const find = useAction({
    quiet: true,
    run: () => {
      const asked = source === 'page' ? { url: wholeUrl(url) } : { text };
      return client.extractStyleGuide({ ...asked, ...headers }, { idempotencyKey: crypto.randomUUID() });
    },
  });
  const isEmpty = (source === 'page' ? url : text).trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && !find.isPending) find.act();
  };
  const take = (guide: StyleGuide, fields: readonly StyleField[]) => {
    const words = styleWordsOf(guide);
    for (const field of fields) onTake(field, words[field]);
  };
  const found = find.data;
  if (found && changedStyleFields(present, found).length > 0) {
    return <FoundStyle present={present} found={found} onTake={(fields) => take(found, fields)} onClose={find.reset} />;
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-3 rounded-10 bg-panel p-4">
      <div>
        <h2 className="text-13">{t.findTitle}</h2>
        <p className="mt-0.5 text-12 text-ink3">{found ? t.foundNothing : t.findText}</p>
      </div>
      <Segmented
        label={t.findTitle}
        value={source}
        onValueChange={setSource}
        options={[
          { value: 'page', label: t.aPage, icon: Globe },
          { value: 'text', label: t.aText, icon: FileText },
        ]}
      />
      {source === 'page' ? (
        <Field label={t.pageLabel}>
          <TextInput value={url} inputMode="url" autoComplete="off" placeholder="example.com" onValueChange={setUrl} />
        </Field>
      ) : (
        <Field label={t.textLabel}>
          <TextArea value={text} rows={4} maxLength={LONGEST_TEXT} onValueChange={setText} />
        </Field>
      )}
      {find.error && <ErrorState error={find.error} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" icon={WandSparkles} disabled={isEmpty} pending={find.isPending}>
          {find.isPending ? t.finding : t.find}
          {estimate && <Price estimate={estimate} isBound={source === 'page'} />}
        </Button>
        {readers.length > 1 && <ReaderMenu reads="llm" readers={readers} chosen={chosen} label={t.whoReads} />}
      </div>
    </form>
  );
}

/** An address as people write it. */
const wholeUrl = (written: string): string =>
  /^https?:\/\//i.test(written.trim()) ? written.trim() : `https://${written.trim()}`;
