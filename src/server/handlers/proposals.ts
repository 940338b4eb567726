import type { proposalsOperations } from '#contract/operations/proposals.ts';
import { openProposals } from '#studio/proposals/open-proposals.ts';
import { proposeScenario } from '#studio/proposals/propose-scenario.ts';
import { settleProposals } from '#studio/proposals/settle-proposals.ts';
import { StoredProposal } from '#studio/proposals/stored-proposal.ts';
import { findWork } from '#studio/works/find-work.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** Other versions of scenes. */
export const proposalsHandlers: Handlers<typeof proposalsOperations> = {
  proposeScenario: {
    start: async (world, actor, { projectId, workId, sceneIndex, ask, attempt, ...headers }) => {
      const work = await findWork(world, actor, { projectId, workId });
      return proposeScenario(world, actor, work, { sceneIndex, ask, attempt }, modelChoices(headers).llm);
    },
    finish: (_world, _actor, _input, job) => {
      const { scenes, notes } = StoredProposal.parse(job?.result);
      return { scenes, ...(notes === undefined ? {} : { notes }) };
    },
  },
  listProposals: async (world, actor, place) => ({
    proposals: await openProposals(world, await findWork(world, actor, place)),
  }),
  settleProposals: async (world, actor, { sceneIds, ...place }) => ({
    proposals: await settleProposals(world, await findWork(world, actor, place), sceneIds),
  }),
};
