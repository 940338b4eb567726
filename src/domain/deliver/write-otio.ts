import type { Fps } from '#contract/fps.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { MediaRef } from '#contract/timeline.ts';
import type { DeliveredFilm } from './delivered-film.ts';
import { filmTracks, type TrackClip, type TrackSound } from './film-tracks.ts';
import type { PlacedOverlay } from '../timeline/plan-film.ts';

/*
 * OpenTimelineIO's own JSON (Timeline.1, Stack.1, Track.1, Clip.2, Gap.1, Transition.1, Marker.2, ExternalReference.1, GeneratorReference.1,
 * RationalTime.1, TimeRange.1), as its file format is specified. Ours is checked against that specification by tests, not against the library.
 */

type Json = Readonly<Record<string, unknown>>;

/** A film as an OpenTimelineIO file that points to its media. */
export function writeOtio(film: DeliveredFilm): string {
  const { timeline, name } = film;
  const tracks = filmTracks(film);
  const write = writer(film);
  const children = [
    write.track('Picture', 'Video', tracks.picture.flatMap(write.pictureItems)),
    ...tracks.overlays.map((lane, place) =>
      write.track(`Overlays ${String(place + 1)}`, 'Video', write.spread(lane, write.overlay)),
    ),
    write.track('Sound of the clips', 'Audio', tracks.picture.flatMap(write.clipSound)),
    ...tracks.sounds.map((sound, place) =>
      write.track(`Sound ${String(place + 1)}`, 'Audio', write.spread([sound], write.sound)),
    ),
  ];
  const markers = tracks.markers.map(({ frame, label }) => ({
    OTIO_SCHEMA: 'Marker.2',
    metadata: {},
    name: label,
    color: 'YELLOW',
    comment: '',
    marked_range: write.range(frame, 0),
  }));
  const stack = { ...item('Stack.1', 'tracks'), markers, children };
  const { width, height } = timeline;
  const metadata = { scenewright: { width, height, frames: tracks.lengthFrames } };
  const whole = { OTIO_SCHEMA: 'Timeline.1', metadata, name, global_start_time: null, tracks: stack };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** What every item of a timeline has. */
function item(schema: string, name: string): Json {
  return { OTIO_SCHEMA: schema, metadata: {}, name, source_range: null, effects: [], markers: [], enabled: true };
}

/** As exact as a number can say it: 23.976 would be a frame beside it after some hours. */
function rateOf({ num, den }: Fps): number {
  return num / den;
}

function writer({ timeline, media }: DeliveredFilm) {
  const rate = rateOf(timeline.fps);
  const time = (value: number, at = rate): Json => ({ OTIO_SCHEMA: 'RationalTime.1', rate: at, value });
  const range = (start: number, frames: number, at = rate): Json => ({
    OTIO_SCHEMA: 'TimeRange.1',
    start_time: time(start, at),
    duration: time(frames, at),
  });
  /** What there is of a medium, in frames of its own where it has any. */
  const available = ({ fps, frameCount, durationS }: MediaFacts): Json | null => {
    if (fps && frameCount !== null) return range(0, frameCount, rateOf(fps));
    return durationS === null ? null : range(0, Math.round(durationS * rate));
  };
  const gap = (frames: number): Json => ({ ...item('Gap.1', ''), source_range: range(0, frames) });
  const reference = ({ sha256, takeId, assetId }: MediaRef): Json => {
    const medium = media.get(sha256);
    if (!medium) {
      const bare = { metadata: { scenewright: { sha256, takeId, assetId } }, name: '', available_range: null };
      return { OTIO_SCHEMA: 'MissingReference.1', ...bare, available_image_bounds: null };
    }
    return {
      OTIO_SCHEMA: 'ExternalReference.1',
      metadata: { scenewright: { sha256, takeId, assetId } },
      name: medium.name,
      available_range: available(medium.facts),
      available_image_bounds: null,
      target_url: medium.path,
    };
  };
  const clip = (name: string, source: Json, mediaReference: Json, metadata: Json = {}): Json => ({
    ...item('Clip.2', name),
    metadata: { scenewright: metadata },
    source_range: source,
    media_references: { DEFAULT_MEDIA: mediaReference },
    active_media_reference_key: 'DEFAULT_MEDIA',
  });
  const nameOf = ({ sha256 }: MediaRef): string => media.get(sha256)?.name ?? '';

  const pictureItems = ({ clip: shown, startFrame, endFrame, sourceFrame, transition }: TrackClip): Json[] => {
    const frames = endFrame - startFrame;
    if (!shown) return [gap(frames)];
    const metadata = { sceneId: shown.sceneId, volume: shown.volume, muted: shown.muted };
    return [
      clip(nameOf(shown.media), range(sourceFrame, frames), reference(shown.media), metadata),
      ...(transition
        ? [
            {
              OTIO_SCHEMA: 'Transition.1',
              metadata: { scenewright: { type: transition.type } },
              name: transition.type,
              transition_type: transition.type === 'fade' ? 'SMPTE_Dissolve' : 'Custom_Transition',
              in_offset: time(transition.beforeFrames),
              out_offset: time(transition.afterFrames),
            },
          ]
        : []),
    ];
  };
  const overlay = (placed: PlacedOverlay): Json => {
    const source = range(0, placed.endFrame - placed.startFrame);
    if (placed.kind === 'image') {
      const { media: picture, id: _id, startFrame: _start, endFrame: _end, ...look } = placed.overlay;
      return clip(nameOf(picture), source, reference(picture), look);
    }
    const { id: _id, startFrame: _start, endFrame: _end, text, ...look } = placed.overlay;
    const generator = {
      OTIO_SCHEMA: 'GeneratorReference.1',
      metadata: {},
      name: 'Text',
      available_range: null,
      available_image_bounds: null,
      generator_kind: 'Text',
      parameters: { text, ...look },
    };
    return clip(text.split('\n')[0] ?? '', source, generator);
  };
  const clipSound = (one: TrackClip): Json[] => {
    const frames = one.endFrame - one.startFrame;
    const sounds = one.clip && !one.clip.muted && media.get(one.clip.media.sha256)?.facts.hasAudio;
    return sounds ? pictureItems(one) : [gap(frames)];
  };
  const sound = ({ track, startFrame, endFrame }: TrackSound): Json => {
    const { kind, volume, fadeInFrames, fadeOutFrames, duckDb } = track;
    const source = range(track.sourceStartFrame, endFrame - startFrame);
    return clip(nameOf(track.media), source, reference(track.media), {
      kind,
      volume,
      fadeInFrames,
      fadeOutFrames,
      duckDb,
    });
  };
  return {
    range,
    pictureItems,
    overlay,
    clipSound: (one: TrackClip): Json[] => withoutLooseTransition(clipSound(one)),
    sound,
    track: (name: string, kind: 'Video' | 'Audio', children: readonly Json[]): Json => ({
      ...item('Track.1', name),
      kind,
      children,
    }),
    /** Items with the gaps between them. */
    spread: <One extends { readonly startFrame: number; readonly endFrame: number }>(
      items: readonly One[],
      write: (one: One) => Json,
    ): Json[] => {
      let at = 0;
      return items.flatMap((one) => {
        const before = one.startFrame > at ? [gap(one.startFrame - at)] : [];
        at = one.endFrame;
        return [...before, write(one)];
      });
    },
  };
}

/** A transition needs sound on both sides: that of the clips is cut hard, at the same places as the picture. */
function withoutLooseTransition(items: readonly Json[]): Json[] {
  return items.filter((one) => one['OTIO_SCHEMA'] !== 'Transition.1');
}
