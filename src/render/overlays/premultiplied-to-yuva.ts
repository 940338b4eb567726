/**
 * Turns drawn pixels into the planes FFmpeg lays over 4:2:0 video: BT.709, limited range, straight alpha.
 *
 * Colour is averaged over 2 × 2 pixels by their alpha, so that the edge of a red letter is red and not half black, which a
 * conversion of straight RGBA makes of it.
 *
 * @param rgba premultiplied, `width * height * 4` bytes, both sides even
 * @param opacity of the whole, 0 to 1
 * @returns yuva420p planes one after the other
 */
export function premultipliedToYuva(rgba: Uint8Array, width: number, height: number, opacity: number): Uint8Array {
  const pixels = width * height;
  const quarter = pixels / 4;
  const planes = new Uint8Array(2 * pixels + 2 * quarter);
  const [blueAt, redAt, alphaAt] = [pixels, pixels + quarter, pixels + 2 * quarter];
  planes.fill(16, 0, pixels);
  planes.fill(128, blueAt, alphaAt);
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const place = (y + (corner >> 1)) * width + x + (corner & 1);
        const at = place * 4;
        const a = rgba[at + 3] ?? 0;
        if (a === 0) continue;
        const [r, g, b] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
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
  return planes;
}
