import { useQuery } from '@tanstack/react-query';
import type { TextOverlay } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { fontsQuery } from '../../queries/fonts.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useEditor } from '../store/editor-store.ts';
import { commonValue } from './common-value.ts';
import { step } from './step.ts';

type Weight = 100 | 200 | 300 | 400 | 500 | 600 | 700 | 800 | 900;

/** What texts are set in: a family of those built in or of the project's own, and how bold. */
export function FontFields({ texts }: { readonly texts: readonly TextOverlay[] }) {
  const t = useStrings('inspector');
  const projectId = useEditor(({ place }) => place.projectId);
  const { data: fonts = [] } = useQuery(fontsQuery(projectId));
  const ids = texts.map(({ id }) => id);
  const keyOf = ({ fontFamily, fontAssetId }: Pick<TextOverlay, 'fontFamily' | 'fontAssetId'>): string =>
    fontAssetId ?? fontFamily;
  const chosen = commonValue(texts, keyOf);
  const known = fonts.find(({ family, assetId }) => (assetId ?? family) === chosen);
  const weight = commonValue(texts, ({ fontWeight }) => fontWeight);
  const weights = weightsOf(known?.faces.map((face) => face.weight) ?? [], weight);
  const options = fonts
    .filter(({ script }) => script === null || script === 'Latn')
    .map(({ family, assetId }) => ({
      value: assetId ?? family,
      label: family,
      ...(assetId === undefined ? {} : { hint: t.text.ownFont }),
    }));
  const isMissing = fonts.length > 0 && chosen !== null && !known;
  const missing = isMissing ? [{ value: chosen, label: texts[0]?.fontFamily ?? chosen, hint: t.text.missingFont }] : [];
  return (
    <>
      <Field label={t.text.font} className="col-span-2">
        <Combobox
          value={chosen}
          placeholder={chosen === null ? t.mixed : texts[0]?.fontFamily}
          searchPlaceholder={t.text.findFont}
          options={[...missing, ...options]}
          onValueChange={(value) => {
            const font = fonts.find(({ family, assetId }) => (assetId ?? family) === value);
            if (!font) return;
            const fontWeight = nearestWeight(
              font.faces.map((face) => face.weight),
              weight ?? 400,
            );
            const changes = { fontFamily: font.family, fontAssetId: font.assetId, fontWeight };
            step(t.changed(t.text.font), (now) => setTexts(now, { ids, changes }), 'done');
          }}
        />
      </Field>
      <div className="grid min-w-0 content-start gap-1.5">
        <Select
          label={t.text.weight}
          value={weight === null ? null : String(weight)}
          placeholder={t.mixed}
          onValueChange={(value) =>
            step(
              t.changed(t.text.weight),
              (now) => setTexts(now, { ids, changes: { fontWeight: Number(value) } }),
              'done',
            )
          }
          options={weights.map((value) => ({ value: String(value), label: t.text.weights[value as Weight] }))}
        />
      </div>
    </>
  );
}

/** What a family has, and what is chosen even where it has it not; a font that changes by an axis has one face for all. */
function weightsOf(faces: readonly number[], chosen: number | null): readonly number[] {
  const all = new Set([...faces, ...(chosen === null ? [] : [chosen])].map((weight) => Math.round(weight / 100) * 100));
  return [...all].filter((weight) => weight >= 100 && weight <= 900).toSorted((a, b) => a - b);
}

function nearestWeight(faces: readonly number[], wanted: number): number {
  return faces.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted;
}
