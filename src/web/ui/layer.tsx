import { createContext, type RefObject, useContext } from 'react';

const layer = createContext<RefObject<HTMLElement | null> | undefined>(undefined);

/** Says that lists opened in here must lie in this element, because it is in the top layer of the browser. */
export const LayerProvider = layer.Provider;

/** The element in which a list opened here must lie; undefined where the end of the document will do. */
export function useLayer(): RefObject<HTMLElement | null> | undefined {
  return useContext(layer);
}
