import type { PlaceholderValues, TemplateContent, TemplateImage, TemplateText } from '#contract/template.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { frameOfTemplate } from './frame-of-template.ts';
import { scaleBetween, scaleImage, scaleText } from './scale-overlay.ts';
import { timeOverlay, type SpanS } from './time-overlay.ts';

type Untimed<Overlay> = Omit<
  Overlay,
  'id' | 'timingMode' | 'startPercent' | 'endPercent' | 'startSeconds' | 'endSeconds'
>;

/** When an overlay is seen; it has the overlay's id. */
export type OverlayAction = SpanS & { readonly id: string };

/** A template laid over a film: overlays by id and their times, as an editor state has them. */
export interface LaidOut {
  readonly textOverlays: Record<string, Untimed<TemplateText>>;
  readonly textTrackActions: OverlayAction[];
  readonly imageOverlays: Record<string, Untimed<TemplateImage>>;
  readonly imageTrackActions: OverlayAction[];
  /** Each once, in the order of the overlays that name them. */
  readonly missingAssetIds: string[];
}

/** The film a template is laid over. */
export interface FilmForTemplate {
  readonly durationS: number;
  /** null: the frame the template was made for. */
  readonly frame: { readonly width: number; readonly height: number } | null;
  readonly placeholderValues: PlaceholderValues;
  /** Whether the project has this picture or font. */
  readonly hasAsset: (assetId: string) => boolean;
  /** Fresh each time, so that a template may be applied twice. */
  readonly newId: () => string;
}

const LONGEST_TEXT = 2000; // what an overlay may hold

/**
 * Lays a template over a film: placeholders filled, percents turned into seconds, pixels scaled by the shorter side.
 *
 * Overlays that would come after the film's end are left out, and so are pictures that are missing. A text whose font is missing is
 * set in its family. What is missing is named.
 */
export function applyTemplate(content: TemplateContent, film: FilmForTemplate): LaidOut {
  const scale = film.frame === null ? 1 : scaleBetween(frameOfTemplate(content), film.frame);
  const laidOut: LaidOut = {
    textOverlays: {},
    textTrackActions: [],
    imageOverlays: {},
    imageTrackActions: [],
    missingAssetIds: [],
  };
  const isThere = (assetId: string): boolean => {
    const isMissing = !film.hasAsset(assetId);
    if (isMissing && !laidOut.missingAssetIds.includes(assetId)) laidOut.missingAssetIds.push(assetId);
    return !isMissing;
  };
  for (const { fontAssetId, ...overlay } of content.textOverlays) {
    const span = timeOverlay(overlay, film.durationS);
    if (span === null) continue;
    const id = film.newId();
    const text = shortened(fillPlaceholders(overlay.text, film.placeholderValues));
    const font = fontAssetId !== undefined && isThere(fontAssetId) ? { fontAssetId } : {};
    laidOut.textOverlays[id] = untimed(scaleText({ ...overlay, text, ...font }, scale));
    laidOut.textTrackActions.push({ id, ...span });
  }
  for (const overlay of content.imageOverlays) {
    if (!isThere(overlay.assetId)) continue;
    const span = timeOverlay(overlay, film.durationS);
    if (span === null) continue;
    const id = film.newId();
    laidOut.imageOverlays[id] = untimed(scaleImage(overlay, scale));
    laidOut.imageTrackActions.push({ id, ...span });
  }
  return laidOut;
}

/** Values may make a text longer than an overlay holds; half a character at the cut is none. */
function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '') : text;
}

function untimed<Overlay extends TemplateText | TemplateImage>(overlay: Overlay): Untimed<Overlay> {
  const {
    id: _id,
    timingMode: _mode,
    startPercent: _startPercent,
    endPercent: _endPercent,
    startSeconds: _startSeconds,
    endSeconds: _endSeconds,
    ...rest
  } = overlay;
  return rest;
}
