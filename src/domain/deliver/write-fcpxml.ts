import type { MediaRef, TextOverlay, Timeline } from '#contract/timeline.ts';
import type { PlacedOverlay } from '../timeline/plan-film.ts';
import { boxOfOverlay } from '../timeline/overlay-box.ts';
import type { DeliveredFilm, DeliveredMedium } from './delivered-film.ts';
import { filmTracks, type TrackClip, type TrackSound } from './film-tracks.ts';
import { rationalTime, secondsTime } from './rational-time.ts';
import { element, writeXml, type XmlElement } from './xml.ts';

/*
 * FCPXML 1.11, as Final Cut Pro and DaVinci Resolve import it: one spine of clips, cut in the middle of their transitions, with titles, pictures and
 * sounds connected to them. Ours is checked against the published document type by tests, not against those programs.
 */

/** A film as an FCPXML document that points to its media. */
export function writeFcpxml(film: DeliveredFilm): string {
  const root = element('fcpxml', { version: '1.11' }, [resourcesOf(film), libraryOf(film)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n\n${writeXml(root)}`;
}

const FILM_FORMAT = 'r1';
const DISSOLVE = 'r2';
const TITLE = 'r3';
const FIRST_MEDIUM = 4; // two ids each: its format and itself

const COLOUR = '1-1-1 (Rec. 709)';

function idsOf({ media }: DeliveredFilm): ReadonlyMap<string, { readonly format: string; readonly asset: string }> {
  return new Map(
    [...media.keys()].map((sha256, place) => {
      const id = FIRST_MEDIUM + 2 * place;
      return [sha256, { format: `r${String(id)}`, asset: `r${String(id + 1)}` }];
    }),
  );
}

function resourcesOf(film: DeliveredFilm): XmlElement {
  const { width, height, fps } = film.timeline;
  const ids = idsOf(film);
  return element('resources', {}, [
    element('format', { id: FILM_FORMAT, frameDuration: rationalTime(1, fps), width, height, colorSpace: COLOUR }),
    // The ids by which Final Cut Pro knows its own.
    element('effect', { id: DISSOLVE, name: 'Cross Dissolve', uid: 'FxPlug:4731E73A-8DAC-4113-9A30-AE85B1761265' }),
    element('effect', {
      id: TITLE,
      name: 'Basic Title',
      uid: '.../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti',
    }),
    ...[...film.media].flatMap(([sha256, medium]) => {
      const { format, asset } = ids.get(sha256) ?? { format: '', asset: '' };
      return medium.facts.kind === 'audio'
        ? [assetOf(medium, asset)]
        : [formatOf(medium, format), assetOf(medium, asset, format)];
    }),
  ]);
}

function formatOf({ facts }: DeliveredMedium, id: string): XmlElement {
  const size = { width: facts.width ?? undefined, height: facts.height ?? undefined };
  return facts.kind === 'image'
    ? element('format', { id, name: 'FFVideoFormatRateUndefined', ...size, colorSpace: '1-13-1' })
    : element('format', {
        id,
        frameDuration: facts.fps ? rationalTime(1, facts.fps) : undefined,
        ...size,
        colorSpace: COLOUR,
      });
}

function assetOf({ facts, name, path }: DeliveredMedium, id: string, format?: string): XmlElement {
  const { kind, durationS } = facts;
  const lasts =
    kind === 'video' && facts.frameCount !== null && facts.fps ? rationalTime(facts.frameCount, facts.fps) : null;
  const sounds = kind === 'audio' || facts.hasAudio;
  const attributes = {
    id,
    name,
    start: '0s',
    duration: kind === 'image' ? '0s' : (lasts ?? secondsTime(durationS ?? 0)),
    hasVideo: kind === 'audio' ? undefined : '1',
    format,
    hasAudio: sounds ? '1' : undefined,
    videoSources: kind === 'audio' ? undefined : '1',
    audioSources: sounds ? '1' : undefined,
    audioChannels: sounds ? '2' : undefined,
  };
  return element('asset', attributes, [element('media-rep', { kind: 'original-media', src: path })]);
}

function libraryOf(film: DeliveredFilm): XmlElement {
  const { timeline, name } = film;
  const tracks = filmTracks(film);
  const at = (frames: number): string => rationalTime(frames, timeline.fps);
  const sequence = element(
    'sequence',
    {
      format: FILM_FORMAT,
      duration: at(tracks.lengthFrames),
      tcStart: '0s',
      tcFormat: 'NDF',
      audioLayout: 'stereo',
      audioRate: '48k',
    },
    [element('spine', {}, spineOf(film, tracks))],
  );
  const project = element('project', { name }, [sequence]);
  return element('library', {}, [element('event', { name }, [project])]);
}

/** Something that is connected to the clip it begins over. */
interface Connected {
  readonly startFrame: number;
  readonly lane: number;
  readonly write: (offset: string) => XmlElement;
}

function spineOf(film: DeliveredFilm, tracks: ReturnType<typeof filmTracks>): readonly XmlElement[] {
  const { timeline } = film;
  const at = (frames: number): string => rationalTime(frames, timeline.fps);
  const connected = connectedOf(film, tracks);
  return tracks.picture.flatMap((one) => {
    const { startFrame, endFrame, sourceFrame, transition } = one;
    const inside = (frame: number): boolean => frame >= startFrame && frame < endFrame;
    // What is connected counts in the time of what it is connected to.
    const local = (frame: number): string => at(sourceFrame + frame - startFrame);
    const over = connected
      .filter((other) => inside(other.startFrame))
      .toSorted((a, b) => a.lane - b.lane)
      .map((other) => other.write(local(other.startFrame)));
    const markers = tracks.markers
      .filter(({ frame }) => inside(frame))
      .map(({ frame, label }) => element('marker', { start: local(frame), duration: at(1), value: label }));
    const shown = clipElement(film, one, [...over, ...markers]);
    if (!transition) return [shown];
    const { type, beforeFrames, afterFrames } = transition;
    const blend = element('filter-video', { ref: DISSOLVE, name: 'Cross Dissolve' });
    const span = { offset: at(endFrame - beforeFrames), duration: at(beforeFrames + afterFrames) };
    return [shown, element('transition', { name: type === 'fade' ? 'Cross Dissolve' : type, ...span }, [blend])];
  });
}

function clipElement(film: DeliveredFilm, one: TrackClip, inside: readonly XmlElement[]): XmlElement {
  const { clip, startFrame, endFrame, sourceFrame } = one;
  const at = (frames: number): string => rationalTime(frames, film.timeline.fps);
  const span = { offset: at(startFrame), start: at(sourceFrame), duration: at(endFrame - startFrame) };
  const medium = clip && film.media.get(clip.media.sha256);
  if (!clip || !medium) return element('gap', { name: clip ? 'Missing' : 'Gap', ...span }, inside);
  const ref = idsOf(film).get(clip.media.sha256)?.asset;
  const { name } = medium;
  const framed = framedIn(film, medium);
  if (medium.facts.kind === 'image') return element('video', { ref, name, ...span }, [...framed, ...inside]);
  const sounds = medium.facts.hasAudio && !clip.muted;
  const attributes = { ref, name, ...span, srcEnable: sounds ? undefined : 'video' };
  return element('asset-clip', attributes, [
    ...conformed(medium, film.timeline),
    ...framed,
    ...(sounds ? volumeOf(clip.volume) : []),
    ...inside,
  ]);
}

/** A clip of another shape stands whole in the frame unless it is said that it fills it. */
function framedIn({ timeline: { width, height }, framing }: DeliveredFilm, { facts }: DeliveredMedium): XmlElement[] {
  const isOfSameShape = facts.width === null || facts.height === null || facts.width * height === facts.height * width;
  return framing === 'blur' || isOfSameShape ? [] : [element('adjust-conform', { type: 'fill' })];
}

/** Rates that FCPXML has a name for, where a clip has another than the film. */
function conformed(medium: DeliveredMedium, { fps }: Timeline): readonly XmlElement[] {
  const own = medium.facts.fps;
  if (!own || own.num * fps.den === fps.num * own.den) return [];
  const named = ['23.98', '24', '25', '29.97', '30', '47.95', '48', '50', '59.94', '60', '90', '100', '119.88', '120'];
  const srcFrameRate = named.find((name) => Math.abs(Number(name) - own.num / own.den) < 0.011);
  return srcFrameRate === undefined ? [] : [element('conform-rate', { scaleEnabled: '0', srcFrameRate })];
}

function volumeOf(volume: number): readonly XmlElement[] {
  if (volume === 1) return [];
  const decibels = volume === 0 ? -96 : 20 * Math.log10(volume);
  return [element('adjust-volume', { amount: `${decibels.toFixed(1)}dB` })];
}

function connectedOf(film: DeliveredFilm, tracks: ReturnType<typeof filmTracks>): readonly Connected[] {
  const ids = idsOf(film);
  let titles = 0;
  const isThere = ({ sha256 }: MediaRef): boolean => film.media.has(sha256);
  const overlays = tracks.overlays.flatMap((lane, place) =>
    lane.flatMap((placed): Connected[] => {
      if (placed.kind === 'image' && !isThere(placed.overlay.media)) return [];
      const style = `ts${String(++titles)}`;
      const shared = { lane: place + 1, startFrame: placed.startFrame };
      return [{ ...shared, write: (offset) => overlayElement(film, placed, { offset, style, lane: place + 1, ids }) }];
    }),
  );
  const heard = tracks.sounds.filter(({ track }) => isThere(track.media));
  const sounds = heard.map((sound, place): Connected => {
    const lane = -1 - place;
    return { lane, startFrame: sound.startFrame, write: (offset) => soundElement(film, sound, { offset, lane, ids }) };
  });
  return [...overlays, ...sounds];
}

interface Connection {
  readonly offset: string;
  readonly lane: number;
  readonly ids: ReturnType<typeof idsOf>;
}

function overlayElement(
  { timeline, media }: DeliveredFilm,
  placed: PlacedOverlay,
  { offset, lane, ids, style }: Connection & { readonly style: string },
): XmlElement {
  const duration = rationalTime(placed.endFrame - placed.startFrame, timeline.fps);
  const { overlay } = placed;
  const { x, y } = boxOfOverlay(overlay);
  const position = { position: `${percent(x, timeline)} ${percent(-y, timeline)}` };
  const turned = { ...position, rotation: overlay.rotation === 0 ? undefined : String(-overlay.rotation) };
  const blend = overlay.opacity === 1 ? [] : [element('adjust-blend', { amount: overlay.opacity.toFixed(3) })];
  if (placed.kind === 'image') {
    const { sha256 } = placed.overlay.media;
    const span = { ref: ids.get(sha256)?.asset, lane, offset, name: media.get(sha256)?.name, start: '0s', duration };
    const { facts } = media.get(sha256) ?? {};
    // Its own pixels, scaled to its place: without a word it would be made as large as the frame.
    const across = facts?.width ? placed.overlay.width / facts.width : 1;
    const down = facts?.height ? placed.overlay.height / facts.height : 1;
    return element('video', span, [
      element('adjust-conform', { type: 'none' }),
      element('adjust-transform', { ...turned, scale: `${decimal(across)} ${decimal(down)}` }),
      ...blend,
    ]);
  }
  const span = { ref: TITLE, lane, offset, name: placed.overlay.text.split('\n')[0], start: '0s', duration };
  return element('title', span, [
    element('text', {}, [element('text-style', { ref: style }, [placed.overlay.text])]),
    element('text-style-def', { id: style }, [element('text-style', lookOf(placed.overlay))]),
    element('adjust-transform', turned),
    ...blend,
  ]);
}

/** FCPXML measures places in percent of the frame’s height. */
function percent(pixels: number, { height }: Timeline): string {
  return decimal((pixels * 100) / height, 3);
}

/** A number to so many places, and never as `-0` or with an exponent. */
function decimal(value: number, places = 6): string {
  return String(Number(value.toFixed(places)) + 0);
}

function lookOf(text: TextOverlay): Record<string, string | number | undefined> {
  return {
    font: text.fontFamily,
    fontSize: text.fontSize,
    fontColor: colourOf(text.fontColor),
    bold: text.fontWeight >= 600 ? '1' : undefined,
    alignment: text.align,
    strokeColor: text.stroke ? colourOf(text.stroke.color) : undefined,
    strokeWidth: text.stroke?.width,
  };
}

function colourOf(hex: string): string {
  const digits = hex.replace('#', '');
  const long = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits;
  const channel = (at: number): string =>
    String(Math.round((Number.parseInt(long.slice(at, at + 2), 16) / 255) * 1e4) / 1e4);
  return [channel(0), channel(2), channel(4), long.length === 8 ? channel(6) : '1'].join(' ');
}

function soundElement(
  { timeline, media }: DeliveredFilm,
  sound: TrackSound,
  { offset, lane, ids }: Connection,
): XmlElement {
  const { track, startFrame, endFrame } = sound;
  const at = (frames: number): string => rationalTime(frames, timeline.fps);
  const { sha256 } = track.media;
  const span = { start: at(track.sourceStartFrame), duration: at(endFrame - startFrame) };
  const role = track.kind === 'voice' ? 'dialogue' : 'music';
  const attributes = {
    ref: ids.get(sha256)?.asset,
    lane,
    offset,
    name: media.get(sha256)?.name,
    ...span,
    audioRole: role,
  };
  return element('asset-clip', attributes, volumeOf(track.volume));
}
