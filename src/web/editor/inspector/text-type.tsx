import { TextAlignCenter, TextAlignEnd, TextAlignStart } from 'lucide-react';
import type { TextOverlay } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import type { Changes } from '#domain/editing/sharing.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ColourInput } from '../../ui/colour-input.tsx';
import { fieldLabel } from '../../ui/field-looks.ts';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { commonValue } from './common-value.ts';
import { FontFields } from './font-fields.tsx';
import { Section } from './section.tsx';
import { step } from './step.ts';

const aligns = [
  { value: 'left', icon: TextAlignStart },
  { value: 'center', icon: TextAlignCenter },
  { value: 'right', icon: TextAlignEnd },
] as const;

/** How words are set: letters, colour, lines. */
export function TextType({ texts }: { readonly texts: readonly TextOverlay[] }) {
  const t = useStrings('inspector');
  const ids = texts.map(({ id }) => id);
  const set = (label: string, changes: Changes<TextOverlay>, how: 'live' | 'done') =>
    step(t.changed(label), (now) => setTexts(now, { ids, changes }), how);
  return (
    <Section label={t.text.font}>
      <FontFields texts={texts} />
      <ScrubField
        label={t.text.size}
        value={commonValue(texts, ({ fontSize }) => fontSize)}
        onValue={(fontSize, how) => set(t.text.size, { fontSize }, how)}
        min={1}
        max={2000}
        places={1}
        unit={t.pixels}
        placeholder={t.mixed}
      />
      <ColourInput
        label={t.text.colour}
        value={commonValue(texts, ({ fontColor }) => fontColor)}
        onValue={(fontColor, how) => set(t.text.colour, { fontColor }, how)}
        placeholder={t.mixed}
      />
      <div className="grid min-w-0 content-start gap-1.5">
        <span aria-hidden="true" className={fieldLabel}>
          {t.text.align}
        </span>
        <Segmented
          label={t.text.align}
          value={commonValue(texts, ({ align }) => align) ?? ''}
          onValueChange={(align) => align !== '' && set(t.text.align, { align }, 'done')}
          options={aligns.map(({ value, icon }) => ({ value, icon, label: t.text.aligns[value] }))}
          iconsOnly
        />
      </div>
      <ScrubField
        label={t.text.lineHeight}
        value={commonValue(texts, ({ lineHeight }) => lineHeight)}
        onValue={(lineHeight, how) => set(t.text.lineHeight, { lineHeight }, how)}
        min={0.5}
        max={4}
        step={0.05}
        places={2}
        placeholder={t.mixed}
      />
      <ScrubField
        label={t.text.letterSpacing}
        value={commonValue(texts, ({ letterSpacing }) => letterSpacing)}
        onValue={(letterSpacing, how) => set(t.text.letterSpacing, { letterSpacing }, how)}
        min={-0.5}
        max={2}
        step={0.005}
        places={3}
        unit={t.em}
        placeholder={t.mixed}
      />
    </Section>
  );
}
