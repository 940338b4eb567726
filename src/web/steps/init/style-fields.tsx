import type { StyleGuide, Tempo } from '#contract/style-guide.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { ColourField } from '../../ui/colour-field.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';

const OF_PROJECT = 'project';

interface StyleFieldsProps {
  readonly guide: StyleGuide;
  readonly ofProject: StyleGuide;
  readonly onChange: (change: StyleGuide) => void;
  readonly onReset: () => void;
}

/** The look of this work where it differs from the project's; what is left empty is the project's. */
export function StyleFields({ guide, ofProject, onChange, onReset }: StyleFieldsProps) {
  const t = useStrings('init');
  const tempos = ['fast', 'medium', 'slow'] as const satisfies readonly Tempo[];
  const inherited = ofProject.tempo ? t.tempoOfProject(t.tempos[ofProject.tempo]) : t.tempoOpen;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t.tone}>
        <TextInput
          value={guide.tone ?? ''}
          placeholder={ofProject.tone}
          maxLength={500}
          onValueChange={(tone) => onChange({ tone })}
        />
      </Field>
      <Field label={t.camera}>
        <TextInput
          value={guide.camera_style ?? ''}
          placeholder={ofProject.camera_style}
          maxLength={500}
          onValueChange={(camera_style) => onChange({ camera_style })}
        />
      </Field>
      <Field label={t.tempo}>
        <Select
          value={guide.tempo ?? OF_PROJECT}
          options={[
            { value: OF_PROJECT, label: inherited },
            ...tempos.map((value) => ({ value, label: t.tempos[value] })),
          ]}
          onValueChange={(tempo) => onChange({ tempo: tempo === OF_PROJECT ? undefined : tempo })}
        />
      </Field>
      <ColourField
        label={t.palette}
        value={guide.color_palette ?? ofProject.color_palette ?? []}
        most={16}
        onValueChange={(color_palette) => onChange({ color_palette })}
      />
      <TagInput
        label={t.include}
        value={guide.must_include ?? ofProject.must_include ?? []}
        most={50}
        onValueChange={(must_include) => onChange({ must_include })}
        className="sm:col-span-2"
      />
      {Object.keys(guide).length > 0 && (
        <div className="sm:col-span-2">
          <Button size="sm" onClick={onReset}>
            {t.backToProject}
          </Button>
        </div>
      )}
    </div>
  );
}
