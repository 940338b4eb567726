import type { SKRSContext2D } from '@napi-rs/canvas';
import { BLEED, type FrameSize, type Shape } from '../look.ts';
import type { Box, Photo } from './treatment.ts';

/** Where the subject of a full frame should come to lie, as fractions of the frame. */
export function subjectPlace(shape: Shape): { x: number; y: number } {
  return shape === 'landscape' ? { x: 0.66, y: 0.5 } : { x: 0.5, y: 0.58 };
}

/**
 * The rectangle a whole photo takes so that it covers `box`, evenly scaled, with its subject as near to `anchor`
 * (fractions of the box) as it can be without showing an edge. `zoom` of 1 covers exactly.
 */
export function coverBox(photo: Photo, box: Box, anchor: { readonly x: number; readonly y: number }, zoom = 1): Box {
  const scale = Math.max(box.width / photo.canvas.width, box.height / photo.canvas.height) * zoom;
  const width = photo.canvas.width * scale;
  const height = photo.canvas.height * scale;
  const x = box.x + box.width * anchor.x - width * photo.focus.x;
  const y = box.y + box.height * anchor.y - height * photo.focus.y;
  return {
    x: Math.min(box.x, Math.max(box.x + box.width - width, x)),
    y: Math.min(box.y, Math.max(box.y + box.height - height, y)),
    width,
    height,
  };
}

/** Draws a whole photo into a rectangle of its own shape. */
export function drawPhoto(context: SKRSContext2D, photo: Photo, place: Box): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo.canvas, place.x, place.y, place.width, place.height);
}

/** Draws a photo and mirrors it at its edges, so that the bleed around the frame is filled with picture. */
export function drawPhotoMirrored(context: SKRSContext2D, photo: Photo, place: Box, frame: FrameSize): void {
  for (const column of [-1, 0, 1]) {
    for (const row of [-1, 0, 1]) {
      const left = place.x + column * place.width;
      const top = place.y + row * place.height;
      const isOutside =
        left > frame.width * (1 + BLEED) ||
        left + place.width < -BLEED * frame.width ||
        top > frame.height * (1 + BLEED) ||
        top + place.height < -BLEED * frame.height;
      if (isOutside) continue;
      context.save();
      context.translate(
        column === 0 ? 0 : 2 * (column < 0 ? place.x : place.x + place.width),
        row === 0 ? 0 : 2 * (row < 0 ? place.y : place.y + place.height),
      );
      context.scale(column === 0 ? 1 : -1, row === 0 ? 1 : -1);
      drawPhoto(context, photo, place);
      context.restore();
    }
  }
}
