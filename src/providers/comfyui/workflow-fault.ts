import { findPlaces, placesNothing } from './find-places.ts';
import { outputNodes } from './output-nodes.ts';
import { Graph, type Binding, type Workflow, type WorkflowRole } from './workflow.ts';

const NEEDED: Readonly<Record<WorkflowRole, readonly Binding[]>> = {
  image: ['prompt'],
  video: ['image', 'prompt'],
};

/** What is wrong with a workflow, in a sentence that says what to do; null where it can be used. */
export function workflowFault(role: WorkflowRole, workflow: Workflow): string | null {
  const { graph } = workflow;
  if (Array.isArray(graph['nodes']) || Array.isArray(graph['links'])) {
    return 'This is the format of ComfyUI’s editor: choose Workflow → Export (API) there, and put that file here.';
  }
  if (Object.keys(graph).length === 0) return 'The workflow is empty.';
  const parsed = Graph.safeParse(graph);
  if (!parsed.success) {
    const node = String(parsed.error.issues[0]?.path[0] ?? '');
    return `Node ${node} is none of ComfyUI’s: each needs a class_type and inputs. Export the workflow again, by Export (API).`;
  }
  const nothing = placesNothing(workflow, parsed.data);
  if (nothing !== null) return nothing;
  const found = new Set(findPlaces(workflow, parsed.data).map(({ binding }) => binding));
  for (const needed of NEEDED[role]) {
    if (!found.has(needed)) return missing(role, needed);
  }
  if (workflow.output !== undefined && !(workflow.output in graph))
    return `There is no node ${workflow.output} to take the result from.`;
  if (outputNodes(workflow, parsed.data).length === 0) {
    const node = role === 'image' ? 'Save Image' : 'Save Video';
    return `Nothing of the workflow is saved: end it in ${node}, or title the node whose file is the result STUDIO:OUTPUT.`;
  }
  return null;
}

function missing(role: WorkflowRole, binding: Binding): string {
  const tag = `STUDIO:${binding.toUpperCase()}`;
  return `The ${role} workflow has no place for the ${binding}: write {{${binding}}} into an input, title a node ${tag}, or name the input in bindings.`;
}
