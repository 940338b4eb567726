import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';

const usePlace = create<{ readonly element: HTMLElement | null }>(() => ({ element: null }));

/** Where the bar over every screen shows what the open screen puts there. */
export function BarActionsPlace() {
  return (
    <div
      ref={(element) => usePlace.setState({ element })}
      data-bar-actions=""
      className="flex items-center gap-1 empty:hidden"
    />
  );
}

/** Puts a screen's own actions into the bar, after everybody's. */
export function BarActions({ children }: { readonly children: ReactNode }) {
  const { element } = usePlace();
  return element && createPortal(children, element);
}
