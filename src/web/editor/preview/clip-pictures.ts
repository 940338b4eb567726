import type { EditSource } from '#contract/edit.ts';
import type { Fps } from '#contract/fps.ts';
import type { TimelineClip } from '#contract/timeline.ts';
import { framesShowing, SHOWN_UNTIL_FRAME, shownMoment } from '#domain/timeline/shown-moment.ts';
import type { Shown } from '#effects/frame-at.ts';
import type { PlayingSource, SourceFile } from './frame-source.ts';
import { type DrawStill, drawnStills } from './drawn-stills.ts';
import { loadedImages } from './loaded-images.ts';
import type { Picture } from './render-frame.ts';
import { slateOf } from './slate.ts';
import { stillVideos } from './still-videos.ts';
import { videoSource } from './video-source.ts';

/** What the clips of the open edit are made of. */
interface ClipSources {
  readonly sources: Readonly<Record<string, EditSource>>;
  readonly film: { readonly width: number; readonly height: number; readonly fps: Fps };
  /** What is written on the slate of a clip whose file is gone, or can not be shown. */
  readonly slateWords: string;
}

/** The picture of a clip while it plays, and the frames of its source that it is right for. */
export interface LivePicture {
  readonly picture: Picture;
  readonly first: number;
  readonly last: number;
  /** The poster, while the clip is not there yet. */
  readonly isStandIn: boolean;
}

/** The pictures of clips, exact while the film stands, as new as they come while it plays. */
export interface ClipPictures {
  readonly know: (clips: ClipSources) => void;
  readonly exact: (shown: Shown) => Promise<Picture>;
  /** What there is at once, until the exact one is there. */
  readonly standIn: (shown: Shown) => Picture | null;
  /** @param fraction how far the frame has passed, 0 to 1 */
  readonly live: (shown: Shown, fraction: number, rate: number) => LivePicture | null;
  readonly cue: (shown: Shown) => void;
  /** Closes what plays none of these clips; with none, all stand still. */
  readonly keepOnly: (clipIds: ReadonlySet<string>) => void;
  readonly pause: () => void;
  readonly dispose: () => void;
}

const PLAYING_AT_ONCE = 3; // two in a transition, and the next

/**
 * @param room where video elements live
 * @param onNews called when something that was missing is there
 * @param drawStill how a picture that is shown as a clip is drawn; it stands in for itself until then
 */
export function clipPictures(room: HTMLElement, onNews: () => void, drawStill: DrawStill): ClipPictures {
  let known: ClipSources | null = null;
  const images = loadedImages(onNews);
  const drawn = drawnStills(drawStill, onNews);
  const stills = stillVideos(room);
  const players = new Map<string, { readonly url: string; readonly source: PlayingSource }>();

  const sourceOf = ({ clip }: Shown): EditSource | null => {
    const source = known?.sources[clip.media.sha256];
    return source && !source.isMissing ? source : null;
  };
  const slate = (): Picture => {
    const film = known?.film ?? { width: 16, height: 16 };
    return { image: slateOf(film, known?.slateWords ?? ''), width: film.width, height: film.height, kind: 'image' };
  };
  const ofImage = (source: EditSource, image: HTMLImageElement): Picture => ({
    image,
    kind: source.kind === 'image' ? 'image' : 'video',
    width: source.width ?? image.naturalWidth,
    height: source.height ?? image.naturalHeight,
  });
  /** Drawn by the export's own code where it is drawn already, else by the browser. */
  const ofStill = ({ url, width, height }: EditSource): Picture | null => {
    const still = known && drawn.get(url, known.film);
    if (still) return { image: still, kind: 'image', width: still.width, height: still.height };
    const image = images.get(url);
    return image && { image, kind: 'image', width: width ?? image.naturalWidth, height: height ?? image.naturalHeight };
  };
  const exactStill = async (source: EditSource): Promise<Picture> => {
    if (!known) throw new Error('no film is known');
    const still = await drawn.load(source.url, known.film).catch(() => null);
    if (!still) return ofImage(source, await images.load(source.url));
    return { image: still, kind: 'image', width: still.width, height: still.height };
  };
  const ofVideo = (source: EditSource, image: CanvasImageSource): Picture => ({
    image,
    kind: 'video',
    width: source.width ?? widthOf(image),
    height: source.height ?? heightOf(image),
  });
  const momentOf = (source: EditSource, frame: number): number => shownMoment(source, frame, rateOf(known));
  const posterOf = (source: EditSource): Picture | null => {
    const image = source.posterUrl === null ? null : images.get(source.posterUrl);
    return image && ofImage(source, image);
  };
  const playerOf = (clip: TimelineClip, file: SourceFile): PlayingSource => {
    const one = players.get(clip.id);
    if (one?.url === file.url) return one.source;
    one?.source.dispose();
    players.delete(clip.id);
    for (const [id, { source }] of [...players].slice(0, Math.max(0, players.size + 1 - PLAYING_AT_ONCE))) {
      source.dispose();
      players.delete(id);
    }
    const source = videoSource(file, room);
    players.set(clip.id, { url: file.url, source });
    return source;
  };

  return {
    know: (clips) => void (known = clips),
    exact: async (shown) => {
      const source = sourceOf(shown);
      const file = source && fileOf(source);
      try {
        if (source?.kind === 'image') return await exactStill(source);
        if (!source || !file) return slate();
        return ofVideo(source, (await stills.frameAt(shown.clip.id, file, momentOf(source, shown.sourceFrame))).image);
      } catch {
        return (source && posterOf(source)) ?? slate();
      }
    },
    standIn: (shown) => {
      const source = sourceOf(shown);
      if (source?.kind === 'image') {
        const still = ofStill(source);
        if (still) return still;
      }
      return source && posterOf(source);
    },
    live: (shown, fraction, rate) => {
      const source = sourceOf(shown);
      const always = { first: -Infinity, last: Infinity, isStandIn: false };
      const file = source && fileOf(source);
      if (!source || (source.kind === 'image' && images.hasFailed(source.url))) return { picture: slate(), ...always };
      if (source.kind === 'image') {
        const still = ofStill(source);
        return still && { picture: still, ...always };
      }
      if (!file) return { picture: slate(), ...always };
      const player = playerOf(shown.clip, file);
      if (player.hasFailed()) return { picture: posterOf(source) ?? slate(), ...always };
      const { fps } = known?.film ?? { fps: { num: 30, den: 1 } };
      const last = source.frames === null ? Infinity : source.frames - 1 + SHOWN_UNTIL_FRAME;
      player.follow((Math.min(shown.sourceFrame + fraction, last) * fps.den) / fps.num, rate);
      const now = player.current();
      if (!now) {
        const poster = posterOf(source);
        return poster && { picture: poster, ...always, isStandIn: true };
      }
      const shows = now.momentS === null ? always : framesShowing(source, now.momentS, fps);
      return { picture: ofVideo(source, now.image), first: shows.first, last: shows.last, isStandIn: false };
    },
    cue: (shown) => {
      const source = sourceOf(shown);
      const file = source && fileOf(source);
      if (source?.kind === 'image') ofStill(source);
      else if (source && file) playerOf(shown.clip, file).cue(momentOf(source, shown.sourceFrame));
    },
    keepOnly: (clipIds) => {
      for (const [id, { source }] of players) {
        if (clipIds.has(id)) continue;
        source.dispose();
        players.delete(id);
      }
    },
    pause: () => {
      for (const { source } of players.values()) source.pause();
    },
    dispose: () => {
      for (const { source } of players.values()) source.dispose();
      players.clear();
      stills.dispose();
    },
  };
}

const rateOf = (known: ClipSources | null): Fps => known?.film.fps ?? { num: 30, den: 1 };

/** The light copy of a video; the file itself where there is none. */
function fileOf({ kind, proxyUrl, url, fps }: EditSource): SourceFile | null {
  return kind === 'video' ? { url: proxyUrl ?? url, frameS: fps && fps.den / fps.num } : null;
}

function widthOf(image: CanvasImageSource): number {
  if (image instanceof HTMLVideoElement) return image.videoWidth;
  return 'displayWidth' in image ? image.displayWidth : Number(image.width);
}

function heightOf(image: CanvasImageSource): number {
  if (image instanceof HTMLVideoElement) return image.videoHeight;
  return 'displayHeight' in image ? image.displayHeight : Number(image.height);
}
