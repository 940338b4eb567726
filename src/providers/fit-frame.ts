/** A frame of the same shape with no side longer than that; as it is where it fits. Whole pixels. */
export function fitFrame(
  { width, height }: { readonly width: number; readonly height: number },
  mostPx: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, mostPx / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
