import { FileText } from 'lucide-react';
import { formatCount, formatList } from '../app/format.ts';
import { useProjectDraft } from '../queries/project-draft.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Field } from '../ui/field.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.ts';
import { TabHeader } from './tab-header.tsx';

const LONGEST = 200_000;

/** What every script of a project may rely on: written here, or brought as text files. */
export function KnowledgeTab({ projectId }: { readonly projectId: string }) {
  const t = useStrings('projectSettings');
  const { values, set } = useProjectDraft(projectId);
  const { knowledge } = values;
  const add = async (files: readonly File[]) => {
    const texts = await Promise.all(files.map((file) => file.text()));
    const all = [knowledge.trimEnd(), ...texts.map((text) => text.replaceAll('\u0000', '').trim())]
      .filter((text) => text !== '')
      .join('\n\n');
    const names = formatList(files.map(({ name }) => name));
    if (all.length > LONGEST) {
      toast({ tone: 'error', title: t.tooMuch(names, formatCount(LONGEST)) });
      return;
    }
    set('knowledge', all);
    toast({ title: t.wasAdded(names), undo: () => set('knowledge', knowledge) });
  };
  return (
    <div className="max-w-200">
      <TabHeader title={knowledge.trim() === '' ? t.knowledgeTitleEmpty : t.knowledgeTitle(wordsIn(knowledge))}>
        {t.knowledgeText}
      </TabHeader>
      <div className="flex flex-col gap-3">
        <Field label={t.tabs.knowledge} count={t.countOf(formatCount(knowledge.length), formatCount(LONGEST))}>
          <TextArea
            value={knowledge}
            rows={12}
            maxRows={32}
            maxLength={LONGEST}
            placeholder={t.knowledgePlaceholder}
            onValueChange={(next) => set('knowledge', next)}
          />
        </Field>
        <FileDrop
          label={t.addText}
          accept=".txt,.md,text/plain,text/markdown"
          multiple
          onFiles={(files) => void add(files)}
        >
          <Glyph icon={FileText} />
          {t.dropText}
        </FileDrop>
      </div>
    </div>
  );
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;
