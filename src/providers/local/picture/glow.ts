import type { SKRSContext2D } from '@napi-rs/canvas';

/** A round glow from `colour` at its middle to nothing at `radius`, with a fall-off like light's. */
export function paintGlow(
  context: SKRSContext2D,
  centre: { readonly x: number; readonly y: number },
  radius: number,
  tone: (alpha: number) => string,
  strength: number,
): void {
  const gradient = context.createRadialGradient(centre.x, centre.y, 0, centre.x, centre.y, radius);
  for (let step = 0; step <= 8; step++) {
    const distance = step / 8;
    gradient.addColorStop(distance, tone(strength * (1 - distance) ** 2 * (1 + 2 * distance)));
  }
  context.fillStyle = gradient;
  context.fillRect(centre.x - radius, centre.y - radius, radius * 2, radius * 2);
}
