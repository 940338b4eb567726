import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { Choice } from './choice.ts';
import { classes } from './classes.ts';
import { Glyph } from './glyph.tsx';
import { tabList, tabLooks } from './tab-looks.ts';

interface TabsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly tabs: readonly Choice<V>[];
  /** What the chosen tab shows. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly panelClassName?: string | undefined;
}

/** Several views of one thing, of which one is shown; the arrow keys move between the tabs. */
export function Tabs<V extends string>(props: TabsProps<V>) {
  const { label, value, onValueChange, tabs, children, className, panelClassName } = props;
  const id = useId();
  const open = tabs.filter((tab) => !tab.disabled);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = open.findIndex((tab) => tab.value === value);
    const step = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const targets: Record<string, number> = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: -1 };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = open.at(target % open.length);
    if (!next) return;
    onValueChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move} className={classes(tabList, className)}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            aria-controls={tab.value === value ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            disabled={tab.disabled}
            onClick={() => onValueChange(tab.value)}
            className={tabLooks}
          >
            {tab.icon && <Glyph icon={tab.icon} />}
            {tab.label}
            {tab.count !== undefined && <span className="text-12 text-ink3">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={panelClassName}>
        {children}
      </div>
    </>
  );
}
