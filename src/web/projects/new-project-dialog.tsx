import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { ProjectType } from '#contract/project.ts';
import { projectPresets } from '#domain/project-presets.ts';
import { client } from '../app/api.ts';
import { formatList } from '../app/format.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { Swatches } from '../works/swatches.tsx';

interface NewProjectDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const TYPES = Object.keys(projectPresets) as ProjectType[];
const LONGEST_NAME = 200;

/** A new project: its name, and what kind of videos it is for, with what that sets. */
export function NewProjectDialog({ open, onOpenChange }: NewProjectDialogProps) {
  const t = useStrings('projects');
  const navigate = useNavigate();
  const formId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [projectType, setProjectType] = useState<ProjectType>('blank');
  const [isMissing, setIsMissing] = useState(false);
  const create = useAction({
    quiet: true,
    run: () => client.createProject({ name: name.trim(), projectType }),
    done: ({ id: projectId }) => {
      void queryClient.invalidateQueries({ queryKey: keys.projects });
      void navigate({ to: '/p/$projectId', params: { projectId } });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === '');
    if (name.trim() === '') input.current?.focus();
    else if (!create.isPending) create.act();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t.dialogTitle}
      description={t.dialogText}
      size="lg"
      keepOpen={name !== ''}
      initialFocus={input}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t.cancel}</Button>
          <Button type="submit" form={formId} variant="ink" pending={create.isPending}>
            {t.create}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} className="flex flex-col gap-5">
        <Field label={t.name} error={isMissing ? t.nameMissing : null}>
          <TextInput
            ref={input}
            value={name}
            maxLength={LONGEST_NAME}
            placeholder={t.namePlaceholder}
            autoComplete="off"
            onValueChange={(value) => {
              setName(value);
              setIsMissing(false);
            }}
          />
        </Field>
        <RadioCards
          label={t.type}
          columns={2}
          value={projectType}
          onValueChange={setProjectType}
          options={TYPES.map((type) => ({ value: type, title: t.types[type], text: t.typeTexts[type] }))}
        />
        <WhatItSets projectType={projectType} />
        {create.error && <ErrorState error={create.error} />}
      </form>
    </Dialog>
  );
}

/** What a type brings along; all of it can be changed in the settings. */
function WhatItSets({ projectType }: { readonly projectType: ProjectType }) {
  const t = useStrings('projects');
  const {
    color_palette: palette = [],
    tone,
    tempo,
    camera_style,
    must_avoid = [],
  } = projectPresets[projectType].styleGuide;
  return (
    <section aria-label={t.sets} className="rounded-6 bg-raise p-4">
      <h3 className="text-12 font-semibold text-ink2">{t.sets}</h3>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5 text-13">
        <Line term={t.palette}>
          {palette.length > 0 ? <Swatches colours={palette} className="h-5 w-32" /> : t.paletteFromBrief}
        </Line>
        {tone && (
          <Line term={t.tone}>
            <span lang="en">{tone}</span>
          </Line>
        )}
        {tempo && <Line term={t.tempo}>{t.tempos[tempo]}</Line>}
        {camera_style && (
          <Line term={t.camera}>
            <span lang="en">{camera_style}</span>
          </Line>
        )}
        {must_avoid.length > 0 && (
          <Line term={t.avoids}>
            <span lang="en">{formatList(must_avoid)}</span>
          </Line>
        )}
      </dl>
    </section>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-12 text-ink3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
