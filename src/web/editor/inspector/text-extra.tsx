import { useStrings } from '../../strings/catalogue.ts';
import { ColourInput } from '../../ui/colour-input.tsx';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { Switch } from '../../ui/switch.tsx';

/** One number of an extra; `scale` is what it is shown times of. */
export interface ExtraField<Extra> {
  readonly key: keyof Extra & string;
  readonly label: string;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly scale?: number;
}

interface TextExtraProps<Extra> {
  readonly label: string;
  /** Absent while it is switched off. */
  readonly value: Extra | undefined;
  /** As it is when it is switched on. */
  readonly first: Extra;
  readonly fields: readonly ExtraField<Extra>[];
  readonly onValue: (value: Extra | undefined, how: 'live' | 'done') => void;
}

/** A plate, outline, shadow or rule: switched on, it has a colour and a few numbers. */
export function TextExtra<Extra extends { readonly color: string }>(props: TextExtraProps<Extra>) {
  const { label, value, first, fields, onValue } = props;
  const t = useStrings('inspector');
  return (
    <section aria-label={label} className="border-b border-line py-1.5">
      <Switch
        label={label}
        checked={value !== undefined}
        onCheckedChange={(isOn) => onValue(isOn ? first : undefined, 'done')}
      />
      {value && (
        <div className="grid grid-cols-2 gap-x-2 gap-y-3 pt-1 pb-3">
          <ColourInput
            label={t.text.colour}
            value={value.color}
            onValue={(color, how) => onValue({ ...value, color }, how)}
          />
          {fields.map(({ key, label: name, scale = 1, ...field }) => (
            <ScrubField
              key={key}
              label={name}
              value={Math.round(Number(value[key]) * scale * 10) / 10}
              onValue={(number, how) => onValue({ ...value, [key]: number / scale }, how)}
              places={1}
              {...field}
            />
          ))}
        </div>
      )}
    </section>
  );
}
