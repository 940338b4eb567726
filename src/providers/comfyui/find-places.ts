import { Binding, type Graph, type Workflow } from './workflow.ts';

/** Where a value goes: an input of a node, in all of it or within a text. */
export interface Place {
  readonly binding: Binding;
  readonly node: string;
  /** Name of the input; of one that is itself a structure, the way into it. */
  readonly path: readonly string[];
  /** True where the text around the placeholder stays. */
  readonly isWithin: boolean;
}

type Node = Graph[string];

/** `{{prompt}}` and the like. */
export const PLACEHOLDER = new RegExp(String.raw`\{\{\s*(${Binding.options.join('|')})\s*\}\}`, 'g');

/** Inputs that a titled node is likely to take its value by, the likeliest first; a link is never replaced. */
const INPUTS: Readonly<Record<Binding, readonly string[]>> = {
  prompt: ['text', 'prompt', 'value', 'string', 't5xxl'],
  negative: ['text', 'negative_prompt', 'prompt', 'value', 'string'],
  image: ['image', 'value', 'string'],
  last_image: ['image', 'value', 'string'],
  width: ['width', 'value', 'int'],
  height: ['height', 'value', 'int'],
  seed: ['seed', 'noise_seed', 'value', 'int'],
  frames: ['length', 'frames', 'num_frames', 'value', 'int'],
  fps: ['fps', 'frame_rate', 'value', 'float'],
  duration: ['duration', 'seconds', 'value', 'float'],
};

/**
 * Every place of a graph that takes one of our values: placeholders in its texts, nodes titled `STUDIO:…`, and what the
 * user mapped by hand; an input that is found by one of them is not looked at by the next.
 */
export function findPlaces({ bindings }: Pick<Workflow, 'bindings'>, graph: Graph): Place[] {
  const places: Place[] = [];
  const add = (place: Place): void => {
    const isTaken = places.some(({ node, path }) => node === place.node && path[0] === place.path[0]);
    if (!isTaken) places.push(place);
  };
  for (const [node, { inputs }] of Object.entries(graph)) places.push(...placeholdersIn(node, [], inputs));
  for (const [node, one] of Object.entries(graph)) {
    for (const binding of bindingsTitled(one)) {
      const input = inputFor(binding, one);
      if (input !== null) add({ binding, node, path: [input], isWithin: false });
    }
  }
  for (const [binding, address] of Object.entries(bindings ?? {})) {
    const place = placeAt(binding as Binding, address, graph);
    if (place) add(place);
  }
  return places;
}

/** A title or a mapping that says where a value goes and is wrong about it, in a sentence; null: there is none. */
export function placesNothing({ bindings }: Pick<Workflow, 'bindings'>, graph: Graph): string | null {
  for (const [node, one] of Object.entries(graph)) {
    for (const binding of bindingsTitled(one)) {
      if (inputFor(binding, one) !== null) continue;
      return `Node ${node} is titled STUDIO:${binding.toUpperCase()}, but has none of the inputs ${INPUTS[binding].join(', ')}.`;
    }
  }
  for (const [binding, address] of Object.entries(bindings ?? {})) {
    if (placeAt(binding as Binding, address, graph)) continue;
    return `${binding}: ${address} is no input of the workflow; write it as 10.inputs.width, with the id of a node and the name of its input.`;
  }
  return null;
}

/** What the title of a node asks for: `STUDIO:WIDTH STUDIO:HEIGHT` are two. */
export function tagsOf(node: Node): string[] {
  return [...(node._meta?.title ?? '').matchAll(/STUDIO:([A-Z_]+)/gi)].map(([, tag = '']) => tag.toUpperCase());
}

function bindingsTitled(node: Node): Binding[] {
  return tagsOf(node).flatMap((tag) => Binding.safeParse(tag.toLowerCase()).data ?? []);
}

function inputFor(binding: Binding, { inputs }: Node): string | null {
  return INPUTS[binding].find((name) => name in inputs && !Array.isArray(inputs[name])) ?? null;
}

function placeAt(binding: Binding, address: string, graph: Graph): Place | null {
  const [, node = '', input = ''] = /^(.+?)\.inputs\.(.+)$/.exec(address) ?? [];
  const inputs = graph[node]?.inputs;
  return inputs && Object.hasOwn(inputs, input) ? { binding, node, path: [input], isWithin: false } : null;
}

function placeholdersIn(node: string, path: readonly string[], value: unknown): Place[] {
  if (typeof value === 'string') {
    return [...value.matchAll(PLACEHOLDER)].map(([whole, name]) => ({
      binding: Binding.parse(name),
      node,
      path,
      isWithin: value.trim() !== whole,
    }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placeholdersIn(node, [...path, key], inner));
}
