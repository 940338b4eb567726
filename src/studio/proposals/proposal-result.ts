import type { ScenarioScene } from '#contract/scene.ts';
import { transitionFromName } from '#domain/timeline/transition-names.ts';
import type { RewrittenScene } from '#providers/provider.ts';
import { StoredProposalRequest } from '../generation/generation-request.ts';
import { askedProposal } from './stored-proposal.ts';

/** What the job of a proposal keeps: each scene as it might be, with the id, the place and the length that it has. */
export function proposalResult(
  stored: unknown,
  { scenes, notes }: { readonly scenes: readonly RewrittenScene[]; readonly notes: readonly string[] },
): object {
  const request = StoredProposalRequest.parse(stored);
  return {
    proposal: askedProposal(request),
    scenes: scenes.flatMap((written) => proposed(written, request.scenes[written.place])),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function proposed({ place, ...written }: RewrittenScene, now: ScenarioScene | undefined): readonly ScenarioScene[] {
  if (now === undefined) return [];
  const { text_overlay: words, ...scene } = written;
  return [
    {
      ...(now.id === undefined ? {} : { id: now.id }),
      scene_index: place,
      duration_seconds: now.duration_seconds,
      ...scene,
      ...(words?.trim() ? { text_overlay: words } : {}),
      transition: transitionFromName(scene.transition).type,
    },
  ];
}
