import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Keeps a text area as high as its words, up to a number of lines; browsers that do it in CSS are left to it. */
export function useGrowing(value: string, maxRows: number): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const fit = () => {
      const style = getComputedStyle(element);
      const frame = element.offsetHeight - element.clientHeight;
      const inset = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
      element.style.height = 'auto';
      const most = maxRows * Number.parseFloat(style.lineHeight) + inset;
      element.style.height = `${Math.min(element.scrollHeight, most) + frame}px`;
      element.style.overflowY = element.scrollHeight > most ? 'auto' : 'hidden';
    };
    fit();
    let width = element.offsetWidth;
    const resized = new ResizeObserver(() => {
      if (element.offsetWidth === width) return;
      width = element.offsetWidth;
      fit();
    });
    resized.observe(element);
    return () => resized.disconnect();
  }, [value, maxRows]);
  return area;
}
