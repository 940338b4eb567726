import type { Timeline } from '#contract/timeline.ts';
import { soundSignature } from '#domain/timeline/sound-signature.ts';
import { edit, type EditorSnapshot, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import { closeEditorBitmaps, editorBitmaps } from '../titles/editor-bitmaps.ts';
import { clipPictures } from './clip-pictures.ts';
import { filmSound } from './film-sound.ts';
import { playback, usePlayback } from './playback.ts';
import { Player } from './player.ts';

/** The preview of the open edit, on a canvas. */
export interface Preview {
  /** Pixels of the canvas. */
  readonly setSize: (width: number, height: number) => void;
  readonly close: () => void;
}

/**
 * Joins the player to the edit that is open and to what the transport says: it shows the playhead, and moves it while it plays.
 *
 * @param parts.room where video elements live, out of sight
 */
export function openPreview(parts: {
  readonly canvas: HTMLCanvasElement;
  readonly room: HTMLElement;
  readonly slateWords: string;
}): Preview {
  const closing = new AbortController();
  const room = hiddenRoom(parts.room);
  const overlays = editorBitmaps();
  const pictures = clipPictures(room, () => player.refresh(), overlays.still);
  const sound = filmSound(
    (state) => playback.tell({ sound: state }),
    () => player.nowS(),
  );
  const player = new Player({
    canvas: parts.canvas,
    pictures,
    overlays,
    sound,
    onFrame: (frame) => edit.seek(frame),
    onEnd: () => playback.pause(),
    onWaiting: (isWaiting) => playback.tell({ isWaiting }),
  });

  const showEdit = (before?: EditorSnapshot): void => {
    const { timeline, sources, place, playhead } = useEditor.getState();
    const { width, height, fps } = timeline;
    pictures.know({ sources, film: { width, height, fps }, slateWords: parts.slateWords });
    const film = { plan: planOf(timeline), width, height, framesPerS: fps.num / fps.den };
    player.setFilm(film, before?.sources === sources ? 'edit' : 'sources');
    player.seek(playhead);
    if (before?.sources === sources && isHeardAlike(timeline, before.timeline)) return;
    const isHeard = ({ sha256 }: { readonly sha256: string }): boolean => {
      const source = sources[sha256];
      return source !== undefined && source.hasAudio && !source.isMissing;
    };
    const url = `/api/projects/${place.projectId}/works/${place.workId}/sound`;
    sound.know(soundSignature(timeline, isHeard), url);
  };
  const follow = (): void => {
    const { rate, isLooping, volume, isMuted } = usePlayback.getState();
    player.setLooping(isLooping);
    player.setRate(rate);
    sound.setVolume(volume, isMuted);
  };
  showEdit();
  follow();
  const ends = [
    useEditor.subscribe((now, before) => {
      if (now.timeline !== before.timeline || now.sources !== before.sources) showEdit(before);
      else if (now.playhead !== before.playhead) player.seek(now.playhead);
    }),
    usePlayback.subscribe(follow),
    overlays.onReady(() => player.refresh()),
  ];
  document.addEventListener('visibilitychange', () => document.hidden && playback.pause(), { signal: closing.signal });

  return {
    setSize: (width, height) => player.setSize(width, height),
    close: () => {
      closing.abort();
      for (const end of ends) end();
      playback.pause();
      player.dispose();
      pictures.dispose();
      sound.dispose();
      closeEditorBitmaps();
      room.remove();
    },
  };
}

/** Whether two edits surely sound the same: they share everything that is heard. */
function isHeardAlike(one: Timeline, other: Timeline): boolean {
  return (
    one.clips === other.clips &&
    one.audio === other.audio &&
    one.fps === other.fps &&
    one.loudnessLufs === other.loudnessLufs
  );
}

/** Video elements have to be in the page to play at their full rate; nobody shall see them or come upon them. */
function hiddenRoom(parent: HTMLElement): HTMLElement {
  const room = document.createElement('div');
  room.ariaHidden = 'true';
  room.inert = true;
  Object.assign(room.style, { position: 'absolute', inset: '0', zIndex: '-1', overflow: 'hidden', opacity: '0.001' });
  parent.prepend(room);
  return room;
}
