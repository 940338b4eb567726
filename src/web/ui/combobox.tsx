import { lazy, Suspense } from 'react';
import type { ComboboxProps } from './combobox-list.tsx';
import { SelectStandIn } from './select-stand-in.tsx';

const ComboboxList = lazy(async () => ({ default: (await import('./combobox-list.tsx')).ComboboxList }));

/** One of a long list, found by typing some of it. What it looks like closed is there at once. */
export function Combobox(props: ComboboxProps) {
  const { value, options, placeholder, className } = props;
  const chosen = options.find((option) => option.value === value) ?? (value ? { value, label: value } : undefined);
  return (
    <Suspense fallback={<SelectStandIn placeholder={placeholder} className={className} chosen={chosen} />}>
      <ComboboxList {...props} />
    </Suspense>
  );
}
