import type { Captions, ExportQuality, ExportWishes, Framing } from '#contract/export.ts';

/** A shape that a film may be exported in: the three that are asked for everywhere, as it is edited, or of own sides. */
export type FormatId = 'portrait' | 'square' | 'wide' | 'edit' | 'own';

/** A handful of settings under one name. */
export type PresetId = 'social' | 'reels' | 'feed' | 'youtube' | 'edit' | 'draft' | 'custom';

/** Pixels of a frame. */
export interface Sides {
  readonly width: number;
  readonly height: number;
}

/** What is chosen in the dialog. */
export interface ExportSettings {
  readonly preset: PresetId;
  /** In the order of `FORMATS`; one file each. */
  readonly formats: readonly FormatId[];
  /** The sides of the format `own`; null while a field is empty. */
  readonly ownWidth: number | null;
  readonly ownHeight: number | null;
  /** Null: as the edit. */
  readonly fps: number | null;
  readonly quality: ExportQuality;
  readonly framing: Framing;
  readonly captions: Captions;
  /** The frame of the film that becomes the poster; null: the first. */
  readonly posterFrame: number | null;
}

/** The formats that have a card of their own. */
export const FORMATS = ['portrait', 'square', 'wide'] as const satisfies readonly FormatId[];

/** The presets, as they are listed. */
export const PRESETS = [
  'social',
  'reels',
  'feed',
  'youtube',
  'edit',
  'draft',
  'custom',
] as const satisfies readonly PresetId[];

const SIDES: Readonly<Record<(typeof FORMATS)[number], Sides>> = {
  portrait: { width: 1080, height: 1920 },
  square: { width: 1080, height: 1080 },
  wide: { width: 1920, height: 1080 },
};

const MIN_SIDE = 16;
const MAX_SIDE = 7680;
const DRAFT_SIDE = 540; // enough to judge a cut by, and a quarter of the pixels of 1080

type Chosen = Pick<ExportSettings, 'formats' | 'quality'>;

const presets: Readonly<Record<Exclude<PresetId, 'custom'>, Chosen>> = {
  social: { formats: ['portrait', 'square', 'wide'], quality: 'high' },
  reels: { formats: ['portrait'], quality: 'high' },
  feed: { formats: ['square'], quality: 'high' },
  youtube: { formats: ['wide'], quality: 'high' },
  edit: { formats: ['edit'], quality: 'standard' },
  draft: { formats: ['own'], quality: 'draft' },
};

/** What is chosen when the dialog is first opened: the film as it is edited. */
export function firstSettings({ width, height }: Sides): ExportSettings {
  return {
    preset: 'edit',
    ...presets.edit,
    ownWidth: width,
    ownHeight: height,
    fps: null,
    framing: 'crop',
    captions: 'burned',
    posterFrame: null,
  };
}

/** Lays a preset over what is chosen; `custom` begins with what is there. */
export function withPreset(settings: ExportSettings, preset: PresetId, edit: Sides): ExportSettings {
  if (preset === 'custom') {
    const formats = settings.formats.map((format) => (format === 'edit' ? 'own' : format));
    return { ...settings, preset, formats };
  }
  const own = preset === 'draft' ? draftSides(edit) : edit;
  return { ...settings, preset, ...presets[preset], ownWidth: own.width, ownHeight: own.height };
}

/** Checks a format or takes it out; what is chosen then is called by the preset that it is. */
export function withFormat(settings: ExportSettings, format: FormatId, isChecked: boolean): ExportSettings {
  const order: readonly FormatId[] = [...FORMATS, 'edit', 'own'];
  const formats = order.filter((one) => (one === format ? isChecked : settings.formats.includes(one)));
  return { ...settings, formats, preset: presetOf(formats) };
}

function presetOf(formats: readonly FormatId[]): PresetId {
  const named = (['social', 'reels', 'feed', 'youtube'] as const).find(
    (preset) => presets[preset].formats.join() === formats.join(),
  );
  return named ?? 'custom';
}

/** The film in small, for who only looks at the cut; never larger than the edit. */
function draftSides({ width, height }: Sides): Sides {
  const scale = Math.min(1, DRAFT_SIDE / Math.min(width, height));
  return { width: evenSide(width * scale), height: evenSide(height * scale) };
}

/** The sides of a format; null where own sides are not numbers that a film can have. */
export function sidesOf(settings: ExportSettings, format: FormatId, edit: Sides): Sides | null {
  if (format === 'edit') return edit;
  if (format !== 'own') return SIDES[format];
  const { ownWidth, ownHeight } = settings;
  const isSide = (side: number | null): side is number => side !== null && side >= MIN_SIDE && side <= MAX_SIDE;
  return isSide(ownWidth) && isSide(ownHeight) ? { width: evenSide(ownWidth), height: evenSide(ownHeight) } : null;
}

const evenSide = (side: number): number => Math.max(MIN_SIDE, Math.round(side / 2) * 2);

/** What is asked of the server for one file; null where its sides are not known yet. */
export function wishesOf(
  settings: ExportSettings,
  format: FormatId,
  edit: Sides & { readonly fps: number },
): ExportWishes | null {
  const sides = sidesOf(settings, format, edit);
  if (sides === null) return null;
  const { quality, framing, captions, posterFrame, fps } = settings;
  const isAsEdited =
    sides.width === edit.width && sides.height === edit.height && (fps === null || Math.abs(fps - edit.fps) < 0.001);
  return {
    quality,
    framing: isOtherShape(sides, edit) ? framing : 'crop',
    captions,
    ...(isAsEdited ? {} : { frame: { ...sides, ...(fps === null ? {} : { fps }) } }),
    ...(posterFrame === null ? {} : { posterFrame }),
  };
}

const SAME_SHAPE = 0.005; // sides are whole even pixels: 1080 × 1920 in small is 304 × 540

/** Whether a picture of one frame leaves sides over, or loses some, in the other. */
export function isOtherShape(one: Sides, other: Sides): boolean {
  return Math.abs((one.width * other.height) / (one.height * other.width) - 1) > SAME_SHAPE;
}
