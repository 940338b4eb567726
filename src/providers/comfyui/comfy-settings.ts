import { z } from 'zod';
import { workflowFault } from './workflow-fault.ts';
import { Workflow, type WorkflowRole } from './workflow.ts';

/** What a user sets for ComfyUI: a workflow of their own for each role it is to play. */
export const ComfySettings = z.strictObject({
  workflows: z
    .strictObject({
      image: workflowFor('image').exactOptional(),
      video: workflowFor('video').exactOptional(),
    })
    .prefault({}),
});

function workflowFor(role: WorkflowRole) {
  return Workflow.superRefine((workflow, context) => {
    const message = workflowFault(role, workflow);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
}
