import { useState } from 'react';
import type { Resolution } from '#contract/work.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { FORMATS, formatOf, sideFrom, type Format } from './formats.ts';

const OWN = 'own';
const DRAWN_PX = 20; // the long side of the shape on its card

interface FormatCardsProps {
  readonly resolution: Resolution;
  readonly onChange: (resolution: Resolution) => void;
}

/** The shape of the film: four by name, drawn in proportion, or any two sides. */
export function FormatCards({ resolution, onChange }: FormatCardsProps) {
  const t = useStrings('init');
  const named = formatOf(resolution);
  const [wantsOwn, setWantsOwn] = useState(false);
  const isOwn = wantsOwn || named === null;
  const names = Object.keys(FORMATS) as Format[];
  return (
    <div className="flex flex-col gap-3">
      <RadioCards<Format | typeof OWN>
        label={t.format}
        hideLabel
        columns={5}
        tick={false}
        value={isOwn ? OWN : named}
        options={[
          ...names.map((name) => ({
            value: name,
            title: name,
            text: t.formats[name],
            icon: <Shape {...FORMATS[name]} />,
          })),
          { value: OWN, title: t.ownSize, text: t.ownSizeText, icon: <Shape {...resolution} isDashed /> },
        ]}
        onValueChange={(next) => {
          setWantsOwn(next === OWN);
          if (next !== OWN) onChange(FORMATS[next]);
        }}
      />
      {isOwn && (
        <div className="grid grid-cols-2 gap-4 sm:max-w-80">
          {(['width', 'height'] as const).map((side) => (
            <Field key={side} label={t[side]}>
              <NumberField
                value={resolution[side]}
                min={64}
                max={7680}
                step={2}
                unit={t.pixels}
                onValueChange={(typed) => typed !== null && onChange({ ...resolution, [side]: sideFrom(typed) })}
              />
            </Field>
          ))}
        </div>
      )}
    </div>
  );
}

/** A frame of this shape, as large as fits a card. */
function Shape({ width, height, isDashed = false }: Resolution & { readonly isDashed?: boolean }) {
  const scale = DRAWN_PX / Math.max(width, height);
  const [w, h] = [Math.max(4, width * scale), Math.max(4, height * scale)];
  const at = DRAWN_PX / 2 + 1;
  return (
    <svg viewBox={`0 0 ${DRAWN_PX + 2} ${DRAWN_PX + 2}`} className="size-5.5!" fill="none" stroke="currentColor">
      <rect
        x={at - w / 2}
        y={at - h / 2}
        width={w}
        height={h}
        rx={1.5}
        strokeWidth={1.25}
        strokeDasharray={isDashed ? '2 2' : undefined}
        className="group-has-checked:fill-current/25"
      />
    </svg>
  );
}
