import { lazy, Suspense } from 'react';
import { SelectStandIn } from './select-stand-in.tsx';
import type { SelectProps } from './select-list.tsx';

const SelectList = lazy(async () => ({ default: (await import('./select-list.tsx')).SelectList }));

/** One of a list that opens below; letters jump to what they begin. What it looks like closed is there at once. */
export function Select<V extends string>(props: SelectProps<V>) {
  // Lazy components forget what they are generic in: what is handed back is one of the values handed over.
  const plain = props as unknown as SelectProps<string>;
  return (
    <Suspense fallback={<SelectStandIn {...plain} chosen={props.options.find(({ value }) => value === props.value)} />}>
      <SelectList {...plain} />
    </Suspense>
  );
}
