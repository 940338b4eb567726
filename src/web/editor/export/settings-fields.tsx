import { Image } from 'lucide-react';
import type { Captions, ExportQuality, Framing } from '#contract/export.ts';
import { ENCODINGS } from '#domain/deliver/encodings.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ButtonAnchor } from '../../ui/button-link.tsx';
import { fieldHint, fieldLabel } from '../../ui/field-looks.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { type ExportSettings, isOtherShape, PRESETS, type Sides, sidesOf, withPreset } from './export-settings.ts';
import { FormatCards } from './format-cards.tsx';
import { FormatLook } from './format-look.tsx';
import type { ShownFrame } from './use-shown-frame.ts';

/** The edit as far as its export is concerned. */
export interface ExportedEdit extends Sides {
  readonly fps: number;
  /** Whether there are words over the picture, and whether some of them are captions. */
  readonly words: 'none' | 'texts' | 'captions';
  /** The frame that is shown, and how it is told. */
  readonly playhead: number;
  readonly timecode: string;
  /** Where that frame is read in full quality. */
  readonly stillUrl: string;
}

interface SettingsFieldsProps {
  readonly settings: ExportSettings;
  readonly onChange: (settings: ExportSettings) => void;
  readonly edit: ExportedEdit;
  /** What the formats are drawn from. */
  readonly shown: ShownFrame | null;
}

const RATES = [24, 25, 30, 50, 60];
const FRAMINGS: readonly Framing[] = ['crop', 'blur'];
const CAPTIONS: readonly Captions[] = ['off', 'burned', 'file'];
const QUALITIES: readonly ExportQuality[] = ['draft', 'standard', 'high'];

/** Everything that can be chosen of an export. */
export function SettingsFields({ settings, onChange, edit, shown }: SettingsFieldsProps) {
  const t = useStrings('exports');
  const { preset, formats, framing, captions, fps, quality, posterFrame } = settings;
  const change = (changes: Partial<ExportSettings>) => onChange({ ...settings, ...changes });
  const hasOtherShape = formats.some((format) => {
    const sides = sidesOf(settings, format, edit);
    return sides !== null && isOtherShape(sides, edit);
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1.5">
        <Select
          label={t.preset}
          value={preset}
          onValueChange={(next) => onChange(withPreset(settings, next, edit))}
          options={PRESETS.map((value) => ({ value, label: t.presets[value] }))}
        />
      </div>
      <FormatCards settings={settings} onChange={onChange} edit={edit} shown={shown} />
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
      <FormatLook settings={settings} edit={edit} shown={shown} />
      <div className="grid gap-1.5">
        <span className={fieldLabel}>{t.captions}</span>
        <Segmented
          isField
          label={t.captions}
          value={captions}
          onValueChange={(next) => change({ captions: next })}
          options={CAPTIONS.map((value) => ({ value, label: t.captionsOf[value] }))}
        />
        <p className={fieldHint}>{captionsInWords(edit.words, captions, t)}</p>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <div className="grid min-w-0 content-start gap-1.5">
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
        <ButtonAnchor
          size="sm"
          variant="quiet"
          icon={Image}
          href={edit.stillUrl}
          download
          className="-ms-2.5 justify-self-start"
        >
          {t.still}
        </ButtonAnchor>
      </div>
    </div>
  );
}

function captionsInWords(words: ExportedEdit['words'], captions: Captions, t: Catalogue['exports']): string {
  if (words === 'none') return t.noTexts;
  return (words === 'captions' ? t.captionsText : t.noCaptions)[captions];
}
