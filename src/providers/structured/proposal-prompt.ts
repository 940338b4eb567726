import type { ProposalRequest, RewrittenScene, WrittenScene } from '../provider.ts';
import { briefSections, inSections } from './scenario-prompt.ts';

/** What is told to a model that writes scenes of a script anew: the brief, the script as it is, what is wanted. */
export function proposalPrompt(request: ProposalRequest): string {
  const { brief, scenes, sceneIndex, refused } = request;
  return inSections([
    ...briefSections(brief),
    ['The script as it is', scenes.map((scene, place) => sceneLine(scene, place, place === sceneIndex))],
    ['Proposed before, and not taken', refused.map((scene) => sceneLine(scene, scene.place, false))],
    ['What to write', wantedLines(request)],
  ]);
}

function sceneLine(scene: WrittenScene | RewrittenScene, place: number, isAsked: boolean): string {
  const { image_prompt, negative_prompt, video_prompt, text_overlay, transition } = scene;
  const parts = [
    ...('duration_seconds' in scene ? [`${String(Math.round(scene.duration_seconds * 100) / 100)} s`] : []),
    `picture: ${quoted(image_prompt)}`,
    `movement: ${quoted(video_prompt)}`,
    ...(negative_prompt === '' ? [] : [`keep out: ${quoted(negative_prompt)}`]),
    `words: ${text_overlay === undefined ? 'none' : quoted(text_overlay)}`,
    `then: ${transition}`,
  ];
  return `Scene ${String(place + 1)}${isAsked ? ' (this one is to be written anew)' : ''}: ${parts.join('; ')}`;
}

const quoted = (text: string): string => JSON.stringify(text);

function wantedLines({ scenes, sceneIndex, ask, attempt, refused }: ProposalRequest): readonly string[] {
  const wish = ask.trim();
  return [
    sceneIndex === null
      ? `Write all ${String(scenes.length)} scenes anew, one for one: the same number of scenes, the same lengths, the same story.`
      : `Write scene ${String(sceneIndex + 1)} anew, and no other. It keeps its length and its task in the story, and goes with its neighbours without repeating what they show, say or do with the camera.`,
    wish === ''
      ? 'Nothing special is asked for: find a stronger idea for what is to be told there.'
      : `What is asked for, in the user's words: ${quoted(wish)}. Follow it in everything it touches, and leave what it does not touch as it is.`,
    attempt > 1 && refused.length > 0
      ? `This is attempt ${String(attempt)}: what was proposed before was not taken, so that this must be clearly different from it.`
      : '',
    'Keep what the user has written by hand where it is not in the way: names, facts, what is kept out.',
  ];
}
