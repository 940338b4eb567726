import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { placeholdersIn } from '#domain/templates/fill-placeholders.ts';
import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { overlaysInWords } from '../../templates/overlays-in-words.ts';
import { useTransitionName } from '../../templates/use-transition-name.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useTemplatePreview } from './use-template-preview.ts';

/** What is tried, and what is done once it is applied or left. */
export interface TemplateTrialProps {
  readonly templateId: string;
  readonly name: string;
  readonly onEnd: () => void;
}

/** A template as it would lie over this film: what stands for its placeholders, what is missing, and then apply it or not. */
export function TemplateTrial({ templateId, name, onEnd }: TemplateTrialProps) {
  const t = useStrings('templates');
  const transitionName = useTransitionName();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const { template, laidOut, error, apply, retry, isFresh } = useTemplatePreview({
    templateId,
    values: given,
    label: t.applied(name),
    onEnd,
  });
  const keys = placeholdersIn(template?.content.textOverlays.map(({ text }) => text) ?? []);
  const texts = laidOut?.textTrackActions.length ?? 0;
  const images = laidOut?.imageTrackActions.length ?? 0;
  const transition = template?.content.defaultTransition;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isFresh) apply();
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4 p-3">
      <div className="flex items-center gap-1">
        <IconButton size="sm" icon={ArrowLeft} label={t.back} onClick={onEnd} className="-ms-1 rtl:-scale-x-100" />
        <h2 className="min-w-0 grow truncate text-13 font-semibold">{name}</h2>
      </div>
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : (
        <output aria-busy={!laidOut} className="block text-12 text-ink2">
          {!laidOut ? '' : texts + images === 0 ? t.tooLate : t.previewing}
        </output>
      )}
      {laidOut && texts + images > 0 && (
        <p className="text-12 text-ink3">
          {overlaysInWords({ texts, images }, t)}
          {transition && (
            <span className="mt-1 block">
              {t.transition(transitionName(transition.type), formatSeconds(transition.duration))}
            </span>
          )}
        </p>
      )}
      {laidOut && laidOut.missingAssetIds.length > 0 && (
        <Notice
          tone="attention"
          live
          title={t.missingFiles(laidOut.missingAssetIds.length)}
          className="p-3! *:min-w-0!"
        >
          {t.missingText}
        </Notice>
      )}
      {keys.length > 0 && (
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-2 text-12 font-semibold text-ink2">{t.valuesTitle}</legend>
          {keys.map((key) => (
            <Field key={key} label={key}>
              <TextInput
                value={values[key] ?? ''}
                placeholder={t.valuePlaceholder(key)}
                maxLength={500}
                onValueChange={(value) => setValues((now) => ({ ...now, [key]: value }))}
              />
            </Field>
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="amber" disabled={texts + images === 0} pending={!isFresh} className="grow">
          {t.apply}
        </Button>
        <Button onClick={onEnd}>{t.cancel}</Button>
      </div>
    </form>
  );
}
