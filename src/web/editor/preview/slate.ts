interface Size {
  readonly width: number;
  readonly height: number;
}

let last: { readonly canvas: OffscreenCanvas; readonly words: string } | null = null;

/** What stands where a clip can not be shown: it says so, so that it is never taken for a black picture. */
export function slateOf({ width, height }: Size, words: string): OffscreenCanvas {
  if (last?.canvas.width === width && last.canvas.height === height && last.words === words) return last.canvas;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const unit = Math.min(width, height) / 20;
  context.fillStyle = '#1b1c20';
  context.fillRect(0, 0, width, height);
  context.strokeStyle = '#26282d';
  context.lineWidth = unit / 2;
  for (let x = -height; x < width; x += 2 * unit) {
    context.beginPath();
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
    context.stroke();
  }
  context.fillStyle = '#e9eaee';
  context.font = `600 ${String(unit)}px 'Instrument Sans Variable', sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const lines = words.split('\n');
  lines.forEach((line, place) => {
    context.fillText(line, width / 2, height / 2 + (place - (lines.length - 1) / 2) * unit * 1.4, width * 0.9);
  });
  last = { canvas, words };
  return canvas;
}
