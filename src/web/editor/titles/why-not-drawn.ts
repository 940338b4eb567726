/**
 * Why an overlay is not drawn: its font or its picture is not there any more, the picture can not be read, a file was not to be
 * had just now, what draws did not start, or it failed in some other way. An export stops for the first three.
 */
export type WhyNotDrawn = 'font-gone' | 'picture-gone' | 'picture-unreadable' | 'not-loaded' | 'engine' | 'failed';

/** Whether an export stops for it as well: it has its own way to draw, and nothing that this browser can not load hinders it. */
export const stopsExport = (why: WhyNotDrawn): boolean =>
  why === 'font-gone' || why === 'picture-gone' || why === 'picture-unreadable';

/** Thrown where an overlay can not be drawn and it is known why. */
export class CannotDraw extends Error {
  readonly why: WhyNotDrawn;
  constructor(why: WhyNotDrawn, message: string) {
    super(message);
    this.why = why;
  }
}

const GONE = new Set([404, 410]);

/**
 * Fetches what an overlay is drawn with.
 *
 * @throws CannotDraw `not-loaded`; `gone` where it is not there any more
 */
export async function fetchPart(url: string, gone: 'font-gone' | 'picture-gone'): Promise<Response> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new CannotDraw('not-loaded', String(error));
  });
  if (response.ok) return response;
  throw new CannotDraw(GONE.has(response.status) ? gone : 'not-loaded', `${url} was not to be had: ${response.status}`);
}
