import { type FormEvent, useId, useRef, useState } from 'react';
import type { TemplateTiming } from '#contract/template.ts';
import { placeholdersIn } from '#domain/templates/fill-placeholders.ts';
import {
  commonTransition,
  overlaysForTemplate,
  templateFromTimeline,
} from '#domain/templates/template-from-timeline.ts';
import { client } from '../../app/api.ts';
import { formatList, formatSeconds } from '../../app/format.ts';
import { useAction } from '../../app/use-action.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { type SaidOfTemplate, TemplateFields } from '../../templates/template-fields.tsx';
import { refreshTemplates } from '../../templates/use-template-actions.ts';
import { useTransitionName } from '../../templates/use-transition-name.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast.ts';
import { useEditor } from '../store/editor-store.ts';
import { TemplateOverlays } from './template-overlays.tsx';

type Timing = TemplateTiming['timingMode'];

/** Saves what lies over the film as a template: which of it, with which timing, and which words are asked for each time. */
export function TemplateSave({ onClose }: { readonly onClose: () => void }) {
  const t = useStrings('templates');
  const formId = useId();
  const input = useRef<HTMLInputElement>(null);
  const transitionName = useTransitionName();
  const { projectId } = useEditor(({ place }) => place);
  const [timeline] = useState(() => useEditor.getState().history.present);
  const [chosen] = useState(() => overlayIds(useEditor.getState().selection));
  const [said, setSaid] = useState<SaidOfTemplate>({ name: '', description: '', tags: [] });
  const [scope, setScope] = useState<'all' | 'chosen'>(chosen.length > 0 ? 'chosen' : 'all');
  const [timing, setTiming] = useState<Timing>('relative');
  const [timings, setTimings] = useState<Readonly<Record<string, Timing>>>({});
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const [isWithTransition, setIsWithTransition] = useState(false);
  const ids = scope === 'chosen' ? chosen : undefined;
  const overlays = overlaysForTemplate(timeline, ids);
  const all = overlaysForTemplate(timeline);
  const count = overlays.texts.length + overlays.images.length;
  const transition = commonTransition(timeline);
  const textOf = ({ id, text }: { readonly id: string; readonly text: string }): string => words[id] ?? text;
  const timingOf = (id: string): Timing => timings[id] ?? timing;
  const keys = placeholdersIn(overlays.texts.map(textOf));
  const hasCaptions = timeline.texts.some(({ isCaption }) => isCaption);

  const saving = useAction({
    quiet: true,
    run: () => {
      const content = templateFromTimeline(timeline, {
        ...(ids && { ids }),
        timingOf,
        textOf,
        ...(isWithTransition && transition ? { defaultTransition: transition } : {}),
      });
      const description = said.description.trim() || null;
      return client.createTemplate({ projectId, name: said.name.trim(), description, tags: [...said.tags], content });
    },
    done: ({ name }) => {
      void refreshTemplates(projectId);
      toast({ title: t.savedNamed(name), tone: 'done' });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (said.name.trim() !== '' && count > 0) saving.act(undefined);
  };
  const note = [
    hasCaptions && ids === undefined ? t.captionsStay : '',
    overlays.withoutAsset > 0 ? t.withoutAsset(overlays.withoutAsset) : '',
  ].filter(Boolean);
  return (
    <Dialog
      open
      keepOpen
      size="lg"
      onOpenChange={(open) => open || onClose()}
      title={t.saveTitle}
      description={t.saveText}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            type="submit"
            form={formId}
            variant="amber"
            pending={saving.isPending}
            disabled={said.name.trim() === '' || count === 0}
          >
            {t.saveIt}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} className="flex flex-col gap-5">
        <TemplateFields value={said} onChange={setSaid} error={saving.error?.message} nameRef={input} />
        {chosen.length > 0 && (
          <Choice title={t.what}>
            <Segmented
              isField
              label={t.what}
              value={scope}
              onValueChange={setScope}
              options={[
                { value: 'chosen', label: t.chosen, count: chosen.length },
                {
                  value: 'all',
                  label: hasCaptions ? t.wholeEditButCaptions : t.wholeEdit,
                  count: all.texts.length + all.images.length,
                },
              ]}
            />
          </Choice>
        )}
        <Choice title={t.timingOfAll} hint={t.timingHint[timing]}>
          <Segmented
            isField
            label={t.timingOfAll}
            value={timing}
            onValueChange={(next) => {
              setTiming(next);
              setTimings({});
            }}
            options={(['relative', 'absolute'] as const).map((value) => ({ value, label: t.timings[value] }))}
          />
        </Choice>
        <Choice title={t.words} hint={t.wordsHint}>
          <TemplateOverlays
            overlays={overlays}
            textOf={textOf}
            timingOf={timingOf}
            onWords={(id, text) => setWords((now) => ({ ...now, [id]: text }))}
            onTiming={(id, next) => setTimings((now) => ({ ...now, [id]: next }))}
          />
        </Choice>
        <p className="text-13 text-ink2">
          {[keys.length === 0 ? t.noPlaceholders : t.askedFor(formatList(keys)), ...note].join(' ')}
        </p>
        {transition && (
          <Switch
            label={t.withTransition(transitionName(transition.type), formatSeconds(transition.duration))}
            hint={t.withTransitionHint}
            checked={isWithTransition}
            onCheckedChange={setIsWithTransition}
          />
        )}
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: React.ReactNode;
}

function Choice({ title, hint, children }: ChoiceProps) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-12 font-semibold text-ink2">{title}</h3>
      {children}
      {hint && <p className="text-12 text-ink3">{hint}</p>}
    </section>
  );
}

/** Texts and pictures among what is chosen. */
function overlayIds(selection: readonly string[]): readonly string[] {
  const { texts, images } = useEditor.getState().history.present;
  const ids = new Set([...texts, ...images].map(({ id }) => id));
  return selection.filter((id) => ids.has(id));
}
