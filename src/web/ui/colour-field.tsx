import { Plus } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { iconButtonLooks } from './button-looks.ts';
import { classes } from './classes.ts';
import { ColourPanel } from './colour-panel.tsx';
import { fieldLabel } from './field-looks.ts';
import { Glyph } from './glyph.tsx';
import { Popover } from './popover.tsx';

interface ColourFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  /** Colours as #RRGGBB, in their order. */
  readonly value: readonly string[];
  readonly onValueChange: (value: string[]) => void;
  readonly most?: number | undefined;
  /** Each colour shows its digits, and can be dragged by whoever listens to it. */
  readonly isDetailed?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A palette: each colour opens to be changed or taken away, a plus adds one. */
export function ColourField(props: ColourFieldProps) {
  const { label, hideLabel = false, value, onValueChange, most = 12, isDetailed = false, className } = props;
  const t = useStrings('kit');
  const put = (index: number, hex: string) => onValueChange(value.map((old, at) => (at === index ? hex : old)));
  return (
    <fieldset className={classes('relative min-w-0', className)}>
      <legend className={hideLabel ? 'sr-only' : classes(fieldLabel, 'mb-1.5')}>{label}</legend>
      <div className="flex flex-wrap gap-2">
        {value.map((hex, index) => (
          <Popover
            // oxlint-disable-next-line react/no-array-index-key -- the same colour may be there twice
            key={index}
            label={t.colour(hex)}
            trigger={
              <button
                type="button"
                aria-label={t.colour(hex)}
                draggable={isDetailed}
                className={classes(
                  'flex h-8 cursor-pointer items-center gap-2 rounded-6 border border-edge touch:h-11',
                  isDetailed ? 'ps-1 pe-2 font-mono text-12 text-ink2 hover:text-ink' : 'w-8 touch:w-11',
                )}
                style={isDetailed ? undefined : { backgroundColor: hex }}
              >
                {isDetailed && (
                  <>
                    <span className="size-6 rounded-4 touch:size-9" style={{ backgroundColor: hex }} />
                    {hex}
                  </>
                )}
              </button>
            }
          >
            {(close) => (
              <ColourPanel
                hex={hex}
                onChange={(next) => put(index, next)}
                onRemove={() => {
                  close();
                  onValueChange(value.filter((_, at) => at !== index));
                }}
              />
            )}
          </Popover>
        ))}
        {value.length < most && (
          <button
            type="button"
            aria-label={t.addColour}
            onClick={() => onValueChange([...value, value.at(-1) ?? '#808080'])}
            className={classes(iconButtonLooks({ variant: 'quiet' }), 'border border-dashed border-edge')}
          >
            <Glyph icon={Plus} />
          </button>
        )}
      </div>
    </fieldset>
  );
}
