import type { Proposal } from '#contract/proposal.ts';
import type { ScenarioScene } from '#contract/scene.ts';

/** How a scene stands to other versions of itself. */
export type Rewrite =
  | { readonly kind: 'writing'; readonly proposal: Proposal }
  | { readonly kind: 'proposed'; readonly proposal: Proposal; readonly scene: ScenarioScene }
  | { readonly kind: 'failed' | 'uncertain'; readonly proposal: Proposal };

/** What goes on for each scene, by its id; of several things the one that somebody has to wait for, then the one to answer. */
export function rewritesOf(proposals: readonly Proposal[], sceneIds: readonly string[]): ReadonlyMap<string, Rewrite> {
  const found = new Map<string, Rewrite>();
  for (const id of sceneIds) {
    const rewrite = rewriteOf(proposals, id);
    if (rewrite) found.set(id, rewrite);
  }
  return found;
}

function rewriteOf(proposals: readonly Proposal[], id: string): Rewrite | null {
  const about = proposals.filter(({ sceneId, scenes }) => sceneId === id || scenes.some((scene) => scene.id === id));
  const writing = [...about, ...proposals.filter(({ sceneId }) => sceneId === null)].find(isBeingWritten);
  if (writing) return { kind: 'writing', proposal: writing };
  const doubt = about.find(({ status }) => status === 'uncertain');
  if (doubt) return { kind: 'uncertain', proposal: doubt };
  const failed = about.find(({ status }) => status === 'failed');
  if (failed) return { kind: 'failed', proposal: failed };
  for (const proposal of about) {
    const scene = proposal.scenes.find((one) => one.id === id);
    if (scene) return { kind: 'proposed', proposal, scene };
  }
  return null;
}

/** Whether a proposal is not there yet. */
export const isBeingWritten = ({ status }: Proposal): boolean => status === 'queued' || status === 'running';

/** Whether a scene and another version of it say the same. */
export function saysTheSame(one: ScenarioScene, other: ScenarioScene): boolean {
  return (
    one.image_prompt === other.image_prompt &&
    one.video_prompt === other.video_prompt &&
    one.negative_prompt === other.negative_prompt &&
    (one.text_overlay ?? '') === (other.text_overlay ?? '') &&
    one.transition === other.transition
  );
}
