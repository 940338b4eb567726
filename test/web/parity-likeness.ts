import { ssim } from '../ssim.ts';
import type { YuvFrame } from './parity-studio.ts';

/** How alike the preview and the export of a frame are. */
export interface FrameLikeness {
  readonly luma: number;
  /** Only where there is something to be seen in either. */
  readonly detail: number;
  /** The lesser of the two planes of colour. */
  readonly colour: number;
}

/** Compares a frame as the canvas has it (RGBA) with one as the export has it. */
export function likenessOf(drawn: Uint8Array, exported: YuvFrame): FrameLikeness {
  const { width, height, planes } = exported;
  const [luma, blue, red] = yuvOf(drawn, width, height);
  const half = { width: width / 2, height: height / 2 };
  const lumas = ssim({ width, height, samples: luma }, { width, height, samples: planes[0] });
  const colours = [ssim({ ...half, samples: blue }, { ...half, samples: planes[1] })].concat(
    ssim({ ...half, samples: red }, { ...half, samples: planes[2] }),
  );
  return { luma: lumas.mean, detail: lumas.inDetail, colour: Math.min(...colours.map(({ mean }) => mean)) };
}

/** BT.709 in limited range; a sample of colour is the mean of four pixels. */
function yuvOf(rgba: Uint8Array, width: number, height: number): [Uint8Array, Uint8Array, Uint8Array] {
  if (rgba.length !== width * height * 4) throw new Error(`${String(rgba.length)} bytes are no such picture`);
  const luma = new Uint8Array(width * height);
  const [blue, red] = [new Uint8Array((width * height) / 4), new Uint8Array((width * height) / 4)];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const sum = [0, 0, 0];
      for (const place of [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1]) {
        const [r, g, b] = [rgba[place * 4] ?? 0, rgba[place * 4 + 1] ?? 0, rgba[place * 4 + 2] ?? 0];
        luma[place] = Math.round(16 + 0.182586 * r + 0.614231 * g + 0.062007 * b);
        [r, g, b].forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value / 4));
      }
      const [r = 0, g = 0, b = 0] = sum;
      const place = (y / 2) * (width / 2) + x / 2;
      blue[place] = Math.round(128 - 0.100644 * r - 0.338572 * g + 0.439216 * b);
      red[place] = Math.round(128 + 0.439216 * r - 0.398942 * g - 0.040274 * b);
    }
  }
  return [luma, blue, red];
}
