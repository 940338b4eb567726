/** The ratios that every picture model of Google's has; FACTS section 3. */
const RATIOS = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'] as const;

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The ratio nearest to a frame's. */
export function nearestRatio({ width, height }: Frame): (typeof RATIOS)[number] {
  const off = (ratio: string): number => {
    const [across = 1, down = 1] = ratio.split(':').map(Number);
    return Math.abs(Math.log(width / height / (across / down)));
  };
  return RATIOS.toSorted((one, other) => off(one) - off(other))[0] ?? '1:1';
}

/** A frame in words, for models that are told its shape by the prompt alone. */
export function shapeInWords(frame: Frame): string {
  const ratio = nearestRatio(frame);
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  const shape = across === down ? 'square' : across > down ? 'horizontal' : 'vertical';
  return `Compose it for a ${shape} frame with an aspect ratio of ${ratio}, filled to its edges.`;
}
