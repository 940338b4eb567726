import { findPlaces, PLACEHOLDER } from './find-places.ts';
import { Binding, type Graph, type Workflow } from './workflow.ts';

/** What goes into a workflow; a picture is the name it has among the engine's inputs. */
export type Values = Readonly<Partial<Record<Binding, string | number>>>;

const SEED_INPUTS: readonly string[] = ['seed', 'noise_seed'];

/**
 * A graph with our values in their places; the one given stays as it is.
 *
 * A text that is nothing but a placeholder takes the value as it is, so that numbers stay numbers. Values are put into the
 * tree and never read again, so that a prompt that looks like a placeholder or like JSON is only a prompt. Where nothing
 * takes the seed, all seeds are set: the same graph twice is answered out of the engine's memory, without a file.
 */
export function bindWorkflow(workflow: Pick<Workflow, 'bindings'>, graph: Graph, values: Values): Graph {
  const bound = structuredClone(graph);
  const places = findPlaces(workflow, graph);
  for (const [id, node] of Object.entries(bound)) {
    node.inputs = filled(node.inputs, values) as Record<string, unknown>;
    if (values.seed === undefined || places.some(({ binding }) => binding === 'seed')) continue;
    for (const input of SEED_INPUTS) {
      if (typeof graph[id]?.inputs[input] === 'number') node.inputs[input] = values.seed;
    }
  }
  for (const { binding, node, path, isWithin } of places) {
    const [input] = path;
    const value = values[binding];
    const inputs = bound[node]?.inputs;
    if (isWithin || path.length !== 1 || input === undefined || value === undefined || !inputs) continue;
    inputs[input] = value;
  }
  return bound;
}

function filled(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return filledText(value, values);
  if (Array.isArray(value)) return value.map((inner) => filled(inner, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, values)]));
}

function filledText(text: string, values: Values): string | number {
  const [only] = text.matchAll(PLACEHOLDER);
  if (only && only[0] === text.trim()) return values[Binding.parse(only[1])] ?? '';
  return text.replaceAll(PLACEHOLDER, (_, name: string) => String(values[Binding.parse(name)] ?? ''));
}
