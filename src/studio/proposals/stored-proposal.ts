import { z } from 'zod';
import { ScenarioScene } from '#contract/scene.ts';
import { StoredProposalRequest } from '../generation/generation-request.ts';

/** What the job of a proposal holds from its first moment on, so that it can be told of before it is written. */
const AskedProposal = z.object({
  /** null: all scenes. */
  sceneId: z.string().nullable(),
  ask: z.string(),
  attempt: z.int(),
});
type AskedProposal = z.infer<typeof AskedProposal>;

/** What is asked for, where a stored request is one for a proposal; else null. */
export function askedProposal(request: unknown): AskedProposal | null {
  const read = StoredProposalRequest.safeParse(request);
  if (!read.success) return null;
  const { sceneId, wish, attempt } = read.data;
  return { sceneId, ask: wish, attempt };
}

/** The result of such a job: what was asked, what was written, and whom somebody has answered. */
export const StoredProposal = z.object({
  proposal: AskedProposal,
  scenes: z.array(ScenarioScene).default([]),
  notes: z.array(z.string()).optional(),
  /** Scenes that were taken or left. */
  settled: z.array(z.string()).default([]),
});
export type StoredProposal = z.infer<typeof StoredProposal>;
