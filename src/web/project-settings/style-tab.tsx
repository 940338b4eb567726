import type { Tempo } from '#contract/style-guide.ts';
import { stylePrefix } from '#domain/prompts/style-prefix.ts';
import { useStyleDraft } from '../queries/project-draft.ts';
import { styleGuideOf } from '../queries/style-words.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Field } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TagInput } from '../ui/tag-input.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { FindStyle } from './find-style.tsx';
import { PaletteField } from './palette-field.tsx';
import { Received } from './received.tsx';
import { StyleStrip } from './style-strip.tsx';
import { TabHeader } from './tab-header.tsx';

const LONGEST_LINE = 500;
const LONGEST_VOICE = 1000;
const MOST_TAGS = 50;

/** How the pictures of a project look and its words sound; beside it, what that makes of a film and of a prompt. */
export function StyleTab({ projectId }: { readonly projectId: string }) {
  const t = useStrings('projectSettings');
  const { values, set } = useStyleDraft(projectId);
  const guide = styleGuideOf(values);
  return (
    <>
      <TabHeader title={values.tone === '' ? t.styleTitleEmpty : capitalised(values.tone)}>{t.styleText}</TabHeader>
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,40rem)_minmax(20rem,28rem)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Field label={t.fields.tone} hint={t.hints.tone}>
            <TextInput value={values.tone} maxLength={LONGEST_LINE} onValueChange={(tone) => set('tone', tone)} />
          </Field>
          <PaletteField value={values.color_palette} onValueChange={(colours) => set('color_palette', colours)} />
          <div className="flex flex-col gap-1.5">
            <span className="text-12 font-semibold text-ink2">{t.fields.tempo}</span>
            <Segmented<Tempo | ''>
              label={t.fields.tempo}
              value={values.tempo}
              onValueChange={(tempo) => set('tempo', tempo)}
              options={[
                { value: 'slow', label: t.tempos.slow },
                { value: 'medium', label: t.tempos.medium },
                { value: 'fast', label: t.tempos.fast },
                { value: '', label: t.notSaid },
              ]}
            />
          </div>
          <Field label={t.fields.camera_style} hint={t.hints.camera_style}>
            <TextInput
              value={values.camera_style}
              maxLength={LONGEST_LINE}
              onValueChange={(camera) => set('camera_style', camera)}
            />
          </Field>
          <Field label={t.fields.brand_voice} hint={t.hints.brand_voice}>
            <TextArea
              value={values.brand_voice}
              rows={2}
              maxLength={LONGEST_VOICE}
              onValueChange={(voice) => set('brand_voice', voice)}
            />
          </Field>
          <TagInput
            label={t.fields.must_include}
            hint={t.hints.must_include}
            value={values.must_include}
            most={MOST_TAGS}
            onValueChange={(tags) => set('must_include', tags)}
          />
          <TagInput
            label={t.fields.must_avoid}
            hint={t.hints.must_avoid}
            value={values.must_avoid}
            most={MOST_TAGS}
            onValueChange={(tags) => set('must_avoid', tags)}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <StyleStrip palette={values.color_palette} tempo={values.tempo} />
          <Received title={t.beforeEveryPrompt} text={stylePrefix(guide)} empty={t.nothingSaid} />
          <FindStyle projectId={projectId} present={guide} onTake={set} />
        </div>
      </div>
    </>
  );
}

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
