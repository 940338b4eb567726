import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { Proposal, ProposalRequest, ProposedScenes } from '../proposal.ts';
import { MAX_SCENES } from '../scene.ts';
import { inWork, json, modelHeaders, endings, refusals } from './parts.ts';

const proposals = z.object({ proposals: z.array(Proposal) });

/** Other versions of scenes, to be looked at before anything is replaced. */
export const proposalsOperations = {
  proposeScenario: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenario/propose',
    access: 'ai:generate',
    summary: 'Write one scene of the scenario anew, or all, as it is asked for in words; nothing is saved.',
    params: inWork,
    headers: modelHeaders,
    body: ProposalRequest,
    answer: json(ProposedScenes),
    waits: true,
    problems: ['work_has_no_scenes', ...refusals, ...endings],
  }),
  listProposals: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/scenario/proposals',
    access: 'works:read',
    summary: 'List what is being written anew, and what waits to be taken or left, newest first.',
    params: inWork,
    answer: json(proposals),
  }),
  settleProposals: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenario/proposals/settle',
    access: 'works:write',
    summary:
      'Say that what was proposed for these scenes, or for all, has been taken or left; answers what still waits.',
    params: inWork,
    body: z.strictObject({ sceneIds: z.array(idSchema('scene')).max(MAX_SCENES).optional() }),
    answer: json(proposals),
  }),
} as const;
