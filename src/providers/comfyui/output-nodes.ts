import { tagsOf } from './find-places.ts';
import type { Graph, Workflow } from './workflow.ts';

/** Names of nodes that leave a file, without asking the engine: SaveImage, SaveVideo, VHS_VideoCombine … */
const SAVES = /save|preview|combine|output|export/i;

/** Ids of the nodes whose file may be the result, the likeliest first: what the user said, what is titled, what saves. */
export function outputNodes({ output }: Pick<Workflow, 'output'>, graph: Graph): string[] {
  const nodes = Object.entries(graph);
  const titled = nodes.filter(([, node]) => tagsOf(node).includes('OUTPUT')).map(([id]) => id);
  const saving = nodes.filter(([, node]) => SAVES.test(node.class_type)).map(([id]) => id);
  return [...new Set([...(output === undefined ? [] : [output]), ...titled, ...saving.reverse()])];
}

/** The node that the user said the result is of; undefined where nobody did. */
export function chosenOutput(workflow: Pick<Workflow, 'output'>, graph: Graph): string | undefined {
  const isSaid = workflow.output !== undefined || Object.values(graph).some((node) => tagsOf(node).includes('OUTPUT'));
  return isSaid ? outputNodes(workflow, graph)[0] : undefined;
}
