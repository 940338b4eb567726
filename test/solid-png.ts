import { createCanvas } from '@napi-rs/canvas';

/** A square picture of one colour, as PNG; another colour or side is another file. */
export function solidPng(colour: string, side = 8): Buffer {
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, side, side);
  return canvas.toBuffer('image/png');
}
