import type { TextOverlay } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import type { Changes } from '#domain/editing/sharing.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { TextExtra, type ExtraField } from './text-extra.tsx';
import { step } from './step.ts';

interface Extras {
  readonly background: NonNullable<TextOverlay['background']>;
  readonly stroke: NonNullable<TextOverlay['stroke']>;
  readonly shadow: NonNullable<TextOverlay['shadow']>;
  readonly rule: NonNullable<TextOverlay['rule']>;
}

/** As an extra begins, for letters of that size. */
const firstOf = (fontSize: number): Extras => ({
  background: {
    color: '#000000',
    opacity: 0.6,
    paddingX: Math.round(fontSize * 0.4),
    paddingY: Math.round(fontSize * 0.2),
    radius: Math.round(fontSize * 0.15),
    feather: 0,
  },
  stroke: { color: '#000000', width: Math.max(1, Math.round(fontSize * 0.05)) },
  shadow: { color: '#000000', opacity: 0.6, blur: Math.round(fontSize * 0.1), x: 0, y: Math.round(fontSize * 0.04) },
  rule: {
    color: '#FFC24B',
    width: Math.round(fontSize * 1.2),
    height: Math.max(1, Math.round(fontSize * 0.08)),
    gap: Math.round(fontSize * 0.4),
  },
});

/** What words may have around them: a plate, an outline, a shadow, a rule above. Each is switched on and off. */
export function TextExtras({ texts }: { readonly texts: readonly TextOverlay[] }) {
  const t = useStrings('inspector');
  const ids = texts.map(({ id }) => id);
  const [one] = texts;
  if (!one) return null;
  const first = firstOf(one.fontSize);
  const pixels = { min: 0, max: 2000, unit: t.pixels };
  const share = { min: 0, max: 100, unit: t.percent, scale: 100 };
  const any = { unit: t.pixels };
  const fields: { readonly [Name in keyof Extras]: readonly ExtraField<Extras[Name]>[] } = {
    background: [
      { key: 'opacity', label: t.place.opacity, ...share },
      { key: 'paddingX', label: t.text.paddingX, ...pixels },
      { key: 'paddingY', label: t.text.paddingY, ...pixels },
      { key: 'radius', label: t.text.radius, ...pixels },
      { key: 'feather', label: t.text.feather, ...share },
    ],
    stroke: [{ key: 'width', label: t.text.strokeWidth, ...pixels }],
    shadow: [
      { key: 'opacity', label: t.place.opacity, ...share },
      { key: 'blur', label: t.text.blur, ...pixels, max: 200 },
      { key: 'x', label: t.text.shadowX, ...any },
      { key: 'y', label: t.text.shadowY, ...any },
    ],
    rule: [
      { key: 'width', label: t.text.ruleWidth, ...pixels },
      { key: 'height', label: t.text.ruleHeight, ...pixels },
      { key: 'gap', label: t.text.ruleGap, ...pixels },
    ],
  };
  const set = (label: string, changes: Changes<TextOverlay>, how: 'live' | 'done') =>
    step(t.changed(label), (now) => setTexts(now, { ids, changes }), how);
  return (
    <div className="grid border-t border-line">
      <TextExtra
        label={t.text.background}
        value={one.background}
        first={first.background}
        fields={fields.background}
        onValue={(background, how) => set(t.text.background, { background }, how)}
      />
      <TextExtra
        label={t.text.stroke}
        value={one.stroke}
        first={first.stroke}
        fields={fields.stroke}
        onValue={(stroke, how) => set(t.text.stroke, { stroke }, how)}
      />
      <TextExtra
        label={t.text.shadow}
        value={one.shadow}
        first={first.shadow}
        fields={fields.shadow}
        onValue={(shadow, how) => set(t.text.shadow, { shadow }, how)}
      />
      <TextExtra
        label={t.text.rule}
        value={one.rule}
        first={first.rule}
        fields={fields.rule}
        onValue={(rule, how) => set(t.text.rule, { rule }, how)}
      />
    </div>
  );
}
