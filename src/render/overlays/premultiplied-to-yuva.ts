/**
 * Turns drawn pixels into the planes FFmpeg lays over 4:2:0 video: BT.709, limited range, straight alpha.
 *
 * Colour is averaged over 2 × 2 pixels by their alpha, so that the edge of a red letter is red and not half black, which a
 * conversion of straight RGBA makes of it.
 *
 * @param rgba premultiplied, `width * height * 4` bytes, both sides even
 * @param opacity of the whole, 0 to 1
 * @param planes where it goes: yuva420p, `width * height * 2.5` bytes
 */
export function premultipliedToYuva(
  rgba: Uint8Array,
  size: { readonly width: number; readonly height: number },
  opacity: number,
  planes: Uint8Array,
): void {
  const { width, height } = size;
  const pixels = width * height;
  const quarter = pixels / 4;
  const whole = new Uint32Array(rgba.buffer, rgba.byteOffset, pixels); // to pass over what is empty, which is most of it
  const [blueAt, redAt, alphaAt] = [pixels, pixels + quarter, pixels + 2 * quarter];
  planes.fill(16, 0, pixels);
  planes.fill(128, blueAt, alphaAt);
  planes.fill(0, alphaAt);
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const above = y * width + x;
      const below = above + width;
      if (whole[above] === 0 && whole[above + 1] === 0 && whole[below] === 0 && whole[below + 1] === 0) continue;
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      for (let corner = 0; corner < 4; corner++) {
        const place = (corner < 2 ? above : below) + (corner & 1);
        const at = place * 4;
        const a = rgba[at + 3] ?? 0;
        if (a === 0) continue;
        const r = rgba[at] ?? 0;
        const g = rgba[at + 1] ?? 0;
        const b = rgba[at + 2] ?? 0;
        planes[place] = 16.5 + (0.18259 * r + 0.61423 * g + 0.06201 * b) * (255 / a);
        planes[alphaAt + place] = a * opacity + 0.5;
        red += r;
        green += g;
        blue += b;
        alpha += a;
      }
      if (alpha === 0) continue;
      const cell = (y >> 1) * (width >> 1) + (x >> 1);
      const full = 255 / alpha;
      planes[blueAt + cell] = 128.5 + (-0.10064 * red - 0.33857 * green + 0.43922 * blue) * full;
      planes[redAt + cell] = 128.5 + (0.43922 * red - 0.39894 * green - 0.04027 * blue) * full;
    }
  }
}
