import type { EditorState } from '#contract/editor-state.ts';
import type { Fps } from '#contract/fps.ts';
import type { OverlayAnimation, TextOverlay, Timeline, TimelineClip } from '#contract/timeline.ts';
import { fpsToNumber, framesToSeconds } from '../frames.ts';
import { editorExtraOf } from './editor-extra.ts';

/**
 * A timeline as the documented editor state: seconds instead of frames, nominal, with the client's own keys as they came.
 *
 * `sceneIds` are the work's scenes in order; a clip's `sceneIndex` is its scene's place among them.
 */
export function editorStateOf(timeline: Timeline, sceneIds: readonly string[]): EditorState {
  const { fps } = timeline;
  const extra = editorExtraOf(timeline);
  const unplaced = extra.unplaced ?? {};
  const actionExtra = new Map(Object.entries(extra.actions ?? {}));
  const overlayExtra = new Map(Object.entries(extra.overlays ?? {}));
  const span = (item: { readonly id: string; readonly startFrame: number; readonly endFrame: number }) => ({
    ...actionExtra.get(item.id),
    id: item.id,
    start: framesToSeconds(item.startFrame, fps),
    end: framesToSeconds(item.endFrame, fps),
  });
  const lengthFrames = Math.max(0, ...timeline.clips.map((clip) => clip.endFrame));
  const music = timeline.audio.find(({ kind }) => kind === 'music');
  const state = {
    ...extra.root,
    editorData: {
      ...extra.editorData,
      videoTrack: [
        ...timeline.clips.map((clip) => ({ ...span(clip), ...clipKeys(clip, sceneIds, fps) })),
        ...(unplaced.videoTrack ?? []),
      ],
      textTrack: [...timeline.texts.map(span), ...(unplaced.textTrack ?? [])],
      imageTrack: [...timeline.images.map(span), ...(unplaced.imageTrack ?? [])],
      audioTrack: [
        ...timeline.audio.map((track) => ({
          ...span({ ...track, endFrame: track.endFrame ?? Math.max(lengthFrames, track.startFrame) }),
          ...(track.endFrame === undefined ? { toTheEnd: true } : {}),
          kind: track.kind,
          ...(track.media.assetId === undefined ? {} : { assetId: track.media.assetId }),
          trimStart: framesToSeconds(track.sourceStartFrame, fps),
          volume: track.volume,
          muted: track.muted,
          fadeInSeconds: framesToSeconds(track.fadeInFrames, fps),
          fadeOutSeconds: framesToSeconds(track.fadeOutFrames, fps),
          duckDb: track.duckDb,
        })),
        ...(unplaced.audioTrack ?? []),
      ],
      ...(timeline.markers === undefined
        ? {}
        : {
            markers: timeline.markers.map(({ id, frame, label }) => ({ id, time: framesToSeconds(frame, fps), label })),
          }),
    },
    textOverlays: {
      ...unplaced.textOverlays,
      ...Object.fromEntries(
        timeline.texts.map((text) => [text.id, { ...overlayExtra.get(text.id), ...textKeys(text, fps) }]),
      ),
    },
    imageOverlays: {
      ...unplaced.imageOverlays,
      ...Object.fromEntries(
        timeline.images.map(({ id, media, startFrame: _start, endFrame: _end, animation, ...image }) => [
          id,
          {
            ...overlayExtra.get(id),
            assetId: media.assetId ?? '',
            ...image,
            ...(animation === undefined ? {} : { animation: animationKeys(animation, fps) }),
          },
        ]),
      ),
    },
    ...(music === undefined ? {} : { audioVolume: music.volume }),
    ...(timeline.loudnessLufs === null ? {} : { loudnessLufs: timeline.loudnessLufs }),
    exportSettings: { ...extra.exportSettings, width: timeline.width, height: timeline.height, fps: fpsToNumber(fps) },
  };
  return state as EditorState;
}

function clipKeys(clip: TimelineClip, sceneIds: readonly string[], fps: Fps) {
  const sceneIndex = clip.sceneId === undefined ? -1 : sceneIds.indexOf(clip.sceneId);
  return {
    ...(sceneIndex < 0 ? {} : { sceneIndex }),
    ...(clip.media.takeId === undefined ? {} : { takeId: clip.media.takeId }),
    ...(clip.media.assetId === undefined ? {} : { assetId: clip.media.assetId }),
    trimStart: framesToSeconds(clip.sourceStartFrame, fps),
    volume: clip.volume,
    muted: clip.muted,
    ...(clip.transition === null
      ? {}
      : {
          transitionType: clip.transition.type,
          transitionDuration: framesToSeconds(clip.transition.durationFrames, fps),
        }),
  };
}

function textKeys({ id: _id, startFrame: _start, endFrame: _end, animation, ...text }: TextOverlay, fps: Fps) {
  return { ...text, ...(animation === undefined ? {} : { animation: animationKeys(animation, fps) }) };
}

function animationKeys(animation: OverlayAnimation, fps: Fps) {
  return {
    in: animation.in,
    out: animation.out,
    inSeconds: framesToSeconds(animation.inFrames, fps),
    outSeconds: framesToSeconds(animation.outFrames, fps),
    staggerSeconds: framesToSeconds(animation.staggerFrames, fps),
  };
}
