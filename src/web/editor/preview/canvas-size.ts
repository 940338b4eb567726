interface Size {
  readonly width: number;
  readonly height: number;
}

const LONGEST_PX = 1920; // a larger one costs more time for each frame than there is

/**
 * How many pixels the preview is drawn with: as many as it is shown with, but not more than the film has.
 *
 * @param shownWidth in pixels of the screen
 */
export function canvasSize(shownWidth: number, film: Size): Size {
  const most = Math.min(1, LONGEST_PX / Math.max(film.width, film.height));
  const scale = Math.min(most, Math.ceil(shownWidth) / film.width);
  return { width: Math.max(1, Math.round(film.width * scale)), height: Math.max(1, Math.round(film.height * scale)) };
}
