import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { fieldLabel } from './field-looks.ts';
import { Glyph, type Icon } from './glyph.tsx';

/** One card: what it is, in a word, and what it means, in a sentence. */
interface CardOption<V extends string> {
  readonly value: V;
  readonly title: string;
  readonly text?: ReactNode;
  readonly icon?: Icon | undefined;
  readonly disabled?: boolean | undefined;
}

interface RadioCardsProps<V extends string> {
  readonly label: string;
  /** The label is only read: a heading above says it. */
  readonly hideLabel?: boolean | undefined;
  readonly value: V | null;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly CardOption<V>[];
  /** Cards beside each other where there is room for it; on a phone never more than two. */
  readonly columns?: 1 | 2 | 3 | 4 | 5 | undefined;
  /** The tick on the chosen card; where the icon shows the choice it may go. */
  readonly tick?: boolean | undefined;
  readonly className?: string | undefined;
}

const grids = {
  1: 'grid-cols-1',
  2: 'grid-cols-1 sm:grid-cols-2',
  3: 'grid-cols-1 sm:grid-cols-3',
  4: 'grid-cols-2 sm:grid-cols-4',
  5: 'grid-cols-2 sm:grid-cols-5',
};

/** Exactly one of a few cards, each with a sentence; the arrow keys move between them. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const { label, hideLabel = false, value, onValueChange, options, columns = 1, tick = true, className } = props;
  const name = useId();
  return (
    <fieldset className={classes('relative min-w-0', className)}>
      <legend className={hideLabel ? 'sr-only' : classes(fieldLabel, 'mb-1.5')}>{label}</legend>
      <div className={classes('grid gap-2', grids[columns])}>
        {options.map((option) => (
          <Card
            key={option.value}
            option={option}
            name={name}
            checked={option.value === value}
            tick={tick}
            onChoose={() => onValueChange(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface CardProps {
  readonly option: CardOption<string>;
  readonly name: string;
  readonly checked: boolean;
  readonly tick: boolean;
  readonly onChoose: () => void;
}

function Card({ option, name, checked, tick, onChoose }: CardProps) {
  const textId = useId();
  return (
    <label
      className={classes(
        'group relative flex min-h-11 min-w-0 cursor-pointer items-start gap-2.5 rounded-6 border border-edge p-3',
        'transition-[background-color,border-color] duration-150 hover:border-ink3',
        'has-checked:border-ink has-checked:bg-raise has-disabled:cursor-default has-disabled:opacity-50',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
      )}
    >
      <input
        type="radio"
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        onChange={onChoose}
        aria-describedby={option.text ? textId : undefined}
        aria-label={option.title}
        className="sr-only"
      />
      {option.icon && <Glyph icon={option.icon} className="mt-px text-ink2 group-has-checked:text-ink" />}
      <span className="flex min-w-0 grow flex-col gap-0.5">
        <span className={classes('text-13 font-semibold text-ink', tick && 'pe-6')}>{option.title}</span>
        {option.text && (
          <span id={textId} className="text-12 text-ink2">
            {option.text}
          </span>
        )}
      </span>
      {tick && <Glyph icon={Check} className="invisible absolute end-3 top-3 text-ink group-has-checked:visible" />}
    </label>
  );
}
