/** The largest file of each kind that is taken in; a font is small whatever it holds. */
export const MAX_UPLOAD_BYTES = {
  video: 2 * 1024 ** 3,
  image: 100 * 1024 ** 2,
  audio: 500 * 1024 ** 2,
  font: 20 * 1024 ** 2,
} as const;

/** The largest body that says what a whole film is: its script, or its edit. */
export const MAX_EDIT_BYTES = 2 * 1024 ** 2;
