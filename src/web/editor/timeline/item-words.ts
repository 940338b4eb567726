import type { EditScene, EditSource } from '#contract/edit.ts';
import type { AudioTrack, ImageOverlay, TextOverlay, TimelineClip } from '#contract/timeline.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { sceneTitle } from '../../pieces/scene-title.ts';

type Words = Catalogue['timeline'];
type Sources = Readonly<Record<string, EditSource>>;

/** What a clip is called: its scene with its number, else its file. */
export function clipName(clip: TimelineClip, scenes: readonly EditScene[], sources: Sources, t: Words): string {
  const scene = scenes.find(({ sceneId }) => sceneId === clip.sceneId);
  if (!scene) return sources[clip.media.sha256]?.name ?? t.unnamedClip;
  const title = sceneTitle({ image_prompt: scene.imagePrompt, text_overlay: scene.textOverlay ?? undefined });
  return `${String(scene.sceneIndex + 1).padStart(2, '0')} ${title}`.trim();
}

/** What a text is called: its words, on one line. */
export function textName(text: TextOverlay, t: Words): string {
  return text.text.replaceAll(/\s+/g, ' ').trim() || t.emptyText;
}

/** What a picture over the film is called: its file. */
export function imageName(image: ImageOverlay, sources: Sources, t: Words): string {
  return sources[image.media.sha256]?.name ?? t.unnamedImage;
}

/** What a sound is called: its file, else what it is. */
export function audioName(track: AudioTrack, sources: Sources, t: Words): string {
  return sources[track.media.sha256]?.name ?? (track.kind === 'music' ? t.music : t.voice);
}
