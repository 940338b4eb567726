import { formatList } from '../../app/format.ts';
import type { Project } from '#contract/project.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { InstructionFields, ownPrompts } from './instruction-fields.tsx';
import { ModelFields } from './model-fields.tsx';
import { StyleFields } from './style-fields.tsx';
import type { BriefDraft } from './use-brief.ts';

interface RestSectionProps {
  readonly draft: BriefDraft;
  readonly project: Project;
}

/** What works as it is, folded, with its present value shown. */
export function RestSection({ draft, project }: RestSectionProps) {
  const t = useStrings('init');
  const { work, brief, set } = draft;
  const guide = brief.styleGuide ?? {};
  const keepOut = guide.must_avoid ?? project.styleGuide.must_avoid ?? [];
  const setGuide = (change: StyleGuide) => set('styleGuide', withoutNothing({ ...guide, ...change }));
  const changed = ownPrompts(brief, project, work.hasReferenceVideo).length;
  const ownStyle = Object.keys(guide).filter((field) => field !== 'must_avoid').length;
  return (
    <section aria-labelledby="rest" className="flex flex-col gap-2">
      <div className="mb-1 flex items-baseline gap-2.5">
        <h2 id="rest" className="text-15">
          {t.rest}
        </h2>
        <p className="text-12 text-ink3">{t.restText}</p>
      </div>
      <Disclosure title={t.keepOut} summary={keepOut.length > 0 ? formatList(keepOut) : t.keepOutNone}>
        <TagInput
          label={t.keepOut}
          hideLabel
          value={keepOut}
          most={50}
          placeholder={t.keepOutPlaceholder}
          onValueChange={(must_avoid) => setGuide({ must_avoid })}
        />
      </Disclosure>
      <Disclosure title={t.style} summary={ownStyle > 0 ? guide.tone : t.styleOfProject}>
        <StyleFields
          guide={guide}
          ofProject={project.styleGuide}
          onChange={setGuide}
          onReset={() => set('styleGuide', null)}
        />
      </Disclosure>
      <Disclosure title={t.instructions} summary={changed > 0 ? t.instructionsOwn(changed) : t.styleOfProject}>
        <InstructionFields draft={draft} project={project} />
      </Disclosure>
      <Disclosure title={t.models}>
        <ModelFields workId={work.id} hasReference={work.hasReferenceVideo} />
      </Disclosure>
      <Disclosure title={t.workName} summary={brief.name}>
        <Field label={t.workName} hideLabel>
          <TextInput
            value={brief.name}
            maxLength={200}
            onValueChange={(name) => name.trim() !== '' && set('name', name)}
          />
        </Field>
      </Disclosure>
    </section>
  );
}

/** A style guide with nothing in it is none: the project's holds. */
function withoutNothing(guide: StyleGuide): StyleGuide | null {
  const said = Object.entries(guide).filter(([, value]) => value !== undefined && value !== '');
  return said.length === 0 ? null : (Object.fromEntries(said) as StyleGuide);
}
