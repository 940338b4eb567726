import type { Captions, ExportQuality, Framing } from '#contract/export.ts';
import { ENCODINGS } from '#domain/deliver/encodings.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { fieldHint, fieldLabel } from '../../ui/field-looks.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { type ExportSettings, isOtherShape, PRESETS, type Sides, sidesOf, withPreset } from './export-settings.ts';
import { FormatCards } from './format-cards.tsx';

/** The edit as far as its export is concerned. */
export interface ExportedEdit extends Sides {
  readonly fps: number;
  readonly hasCaptions: boolean;
  /** The frame that is shown, and how it is told. */
  readonly playhead: number;
  readonly timecode: string;
}

interface SettingsFieldsProps {
  readonly settings: ExportSettings;
  readonly onChange: (settings: ExportSettings) => void;
  readonly edit: ExportedEdit;
  /** A picture of the frame that is shown. */
  readonly url: string | null;
}

const RATES = [24, 25, 30, 50, 60];
const FRAMINGS: readonly Framing[] = ['crop', 'blur'];
const CAPTIONS: readonly Captions[] = ['off', 'burned', 'file'];
const QUALITIES: readonly ExportQuality[] = ['draft', 'standard', 'high'];

/** Everything that can be chosen of an export. */
export function SettingsFields({ settings, onChange, edit, url }: SettingsFieldsProps) {
  const t = useStrings('exports');
  const { preset, formats, framing, captions, fps, quality, posterFrame } = settings;
  const change = (changes: Partial<ExportSettings>) => onChange({ ...settings, ...changes });
  const hasOtherShape = formats.some((format) => {
    const sides = sidesOf(settings, format, edit);
    return sides !== null && isOtherShape(sides, edit);
  });
  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5">
        <Select
          label={t.preset}
          value={preset}
          onValueChange={(next) => onChange(withPreset(settings, next, edit))}
          options={PRESETS.map((value) => ({ value, label: t.presets[value] }))}
        />
      </div>
      <FormatCards settings={settings} onChange={onChange} edit={edit} url={url} />
      {hasOtherShape && (
        <div className="grid gap-1.5">
          <span className={fieldLabel}>{t.framing}</span>
          <Segmented
            isField
            label={t.framing}
            value={framing}
            onValueChange={(next) => change({ framing: next })}
            options={FRAMINGS.map((value) => ({ value, label: t.framings[value] }))}
          />
          <p className={fieldHint}>{t.framingText[framing]}</p>
        </div>
      )}
      <div className="grid gap-1.5">
        <span className={fieldLabel}>{t.captions}</span>
        <Segmented
          isField
          label={t.captions}
          value={captions}
          onValueChange={(next) => change({ captions: next })}
          options={CAPTIONS.map((value) => ({ value, label: t.captionsOf[value] }))}
        />
        <p className={fieldHint}>{(edit.hasCaptions ? t.captionsText : t.noCaptions)[captions]}</p>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <div className="grid gap-1.5">
          <Select
            label={t.fps}
            value={String(fps ?? 'edit')}
            onValueChange={(next) => change({ fps: next === 'edit' ? null : Number(next) })}
            options={[
              { value: 'edit', label: t.fpsAsEdit(String(edit.fps)) },
              ...RATES.filter((rate) => rate !== edit.fps).map((rate) => ({
                value: String(rate),
                label: String(rate),
              })),
            ]}
          />
        </div>
        <div className="grid gap-1.5">
          <Select
            label={t.quality}
            value={quality}
            onValueChange={(next) => change({ quality: next, ...(preset === 'draft' ? { preset: 'custom' } : {}) })}
            options={QUALITIES.map((value) => ({
              value,
              label: t.qualities[value],
              hint: t.crf(ENCODINGS[value].crf),
            }))}
          />
        </div>
      </div>
      <div className="grid gap-1.5">
        <span className={fieldLabel}>{t.posterFrame}</span>
        <Segmented
          isField
          label={t.posterFrame}
          value={posterFrame === null ? 'first' : 'here'}
          onValueChange={(next) => change({ posterFrame: next === 'first' ? null : edit.playhead })}
          options={[
            { value: 'first', label: t.posterFirst },
            { value: 'here', label: t.posterHere(edit.timecode) },
          ]}
        />
      </div>
    </div>
  );
}
