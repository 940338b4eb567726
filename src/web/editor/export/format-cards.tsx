import type { Captions } from '#contract/export.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { fieldLabel } from '../../ui/field-looks.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { FORMATS, type ExportSettings, isOtherShape, type Sides, sidesOf, withFormat } from './export-settings.ts';
import { FilmThumb } from './film-thumb.tsx';
import { sizeInWords } from './film-words.ts';
import { FormatCard } from './format-card.tsx';
import { FormatPicture } from './format-picture.tsx';
import type { ShownFrame } from './use-shown-frame.ts';

interface FormatCardsProps {
  readonly settings: ExportSettings;
  readonly onChange: (settings: ExportSettings) => void;
  readonly edit: Sides;
  readonly shown: ShownFrame | null;
}

/** In which shapes the film is exported: the three as cards, or the one size that was chosen. */
export function FormatCards({ settings, onChange, edit, shown }: FormatCardsProps) {
  const t = useStrings('exports');
  const { preset, formats, framing, captions } = settings;
  const [only] = formats;
  if ((preset === 'edit' || preset === 'draft') && only) {
    return <OneSize sides={sidesOf(settings, only, edit)} captions={captions} shown={shown} />;
  }
  const framingOf = (sides: Sides) => (isOtherShape(sides, edit) ? framing : 'crop');
  return (
    <fieldset className="relative min-w-0">
      <legend className={`${fieldLabel} mb-1.5`}>{t.formats}</legend>
      <div className="grid grid-cols-3 gap-2">
        {FORMATS.map((format) => {
          const sides = sidesOf(settings, format, edit) ?? edit;
          const { title, text } = t.formatOf[format];
          return (
            <FormatCard
              key={format}
              title={title}
              text={text}
              sides={sides}
              picture={<FormatPicture shown={shown} sides={sides} framing={framingOf(sides)} captions={captions} />}
              isChecked={formats.includes(format)}
              onCheckedChange={(isChecked) => onChange(withFormat(settings, format, isChecked))}
            />
          );
        })}
      </div>
      {preset === 'custom' && <OwnSize settings={settings} onChange={onChange} edit={edit} shown={shown} />}
    </fieldset>
  );
}

/** The size that comes with the preset. */
function OneSize({
  sides,
  captions,
  shown,
}: Pick<FormatCardsProps, 'shown'> & { readonly sides: Sides | null; readonly captions: Captions }) {
  const t = useStrings('exports');
  if (sides === null) return null;
  return (
    <div className="flex items-center gap-3 rounded-6 border border-line p-2">
      <FilmThumb sides={sides} className="h-12 w-14 shrink-0">
        <FormatPicture shown={shown} sides={sides} framing="crop" captions={captions} />
      </FilmThumb>
      <p className="text-13">{sizeInWords(sides, t)}</p>
    </div>
  );
}

function OwnSize({ settings, onChange, edit, shown }: FormatCardsProps) {
  const t = useStrings('exports');
  const { formats, framing, captions, ownWidth, ownHeight } = settings;
  const sides = sidesOf(settings, 'own', edit);
  const isChecked = formats.includes('own');
  const isEven = sides?.width === ownWidth && sides?.height === ownHeight;
  const hint = sides === null ? t.badSize : isEven ? null : t.evenSize(sizeInWords(sides, t));
  const { title, text } = t.formatOf.own;
  return (
    <div className="mt-2 grid grid-cols-3 items-end gap-2">
      <FormatCard
        title={title}
        text={text}
        sides={sides ?? edit}
        picture={
          <FormatPicture
            shown={shown}
            sides={sides ?? edit}
            framing={sides && isOtherShape(sides, edit) ? framing : 'crop'}
            captions={captions}
          />
        }
        isChecked={isChecked}
        onCheckedChange={(checked) => onChange({ ...withFormat(settings, 'own', checked), preset: 'custom' })}
      />
      <div className="col-span-2 grid gap-2">
        <NumberField
          label={t.width}
          value={ownWidth}
          onValueChange={(width) => onChange({ ...settings, ownWidth: width })}
          min={16}
          max={7680}
          step={2}
          unit={t.px}
          format={{ useGrouping: false }}
          disabled={!isChecked}
        />
        <NumberField
          label={t.height}
          value={ownHeight}
          onValueChange={(height) => onChange({ ...settings, ownHeight: height })}
          min={16}
          max={7680}
          step={2}
          unit={t.px}
          format={{ useGrouping: false }}
          disabled={!isChecked}
        />
      </div>
      {isChecked && hint && (
        <output className={`col-span-3 text-12 ${sides === null ? 'text-err-text' : 'text-ink3'}`}>{hint}</output>
      )}
    </div>
  );
}
