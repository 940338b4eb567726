import { useMemo } from 'react';
import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { DEFAULT_DURATION_S, ownPicturesOf } from './brief-plan.ts';
import { FormatCards } from './format-cards.tsx';
import { languageOptions } from './languages.ts';
import { NumberedGroup } from './numbered-group.tsx';
import { fitOf, LEAST_SCENE_S, mostScenes } from './plan.ts';
import type { BriefDraft } from './use-brief.ts';

const LONGEST_S = 600;
const MOST_SCENES = 60;

/** How long the film is, in how many scenes, in which language and shape. */
export function LengthSection({ draft: { brief, set } }: { readonly draft: BriefDraft }) {
  const t = useStrings('init');
  const languages = useMemo(() => languageOptions(), []);
  const durationS = brief.videoDuration ?? DEFAULT_DURATION_S;
  const own = ownPicturesOf(brief);
  const count = brief.sceneCount;
  const fit = count === null ? null : fitOf(count, durationS);
  const each = formatSeconds(durationS / Math.max(1, count ?? 1));
  const fitWords = {
    fits: t.fit.fits(String(durationS)),
    quick: t.fit.quick(each),
    long: t.fit.long(each),
    'too-many': t.fit['too-many'],
  };
  return (
    <NumberedGroup number={3} title={t.lengthAndFormat}>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t.length}>
          <NumberField
            value={durationS}
            min={1}
            max={LONGEST_S}
            unit={t.secondsUnit}
            onValueChange={(seconds) => seconds !== null && set('videoDuration', seconds)}
          />
        </Field>
        <Field
          label={t.scenes}
          error={
            fit === 'too-many' && !own
              ? t.tooManyScenes(formatSeconds(LEAST_SCENE_S), String(durationS), mostScenes(durationS))
              : null
          }
        >
          <NumberField
            value={own || count}
            min={1}
            max={MOST_SCENES}
            disabled={Boolean(own)}
            placeholder={t.scenesAuto}
            unit={own ? t.scenesFixed(own) : fit ? fitWords[fit] : undefined}
            onValueChange={(scenes) => set('sceneCount', scenes)}
          />
        </Field>
        <Field label={t.language}>
          <Combobox
            value={brief.language ?? 'en'}
            options={languages}
            allowOther
            onValueChange={(language) => set('language', language)}
          />
        </Field>
      </div>
      <FormatCards resolution={brief.resolution} onChange={(resolution) => set('resolution', resolution)} />
    </NumberedGroup>
  );
}
