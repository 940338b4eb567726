import { create } from 'zustand';

/** How many takes the next press makes; one again when the page is loaded anew. */
export const useVariants = create<{ readonly count: number; readonly set: (count: number) => void }>((set) => ({
  count: 1,
  set: (count) => set({ count }),
}));
