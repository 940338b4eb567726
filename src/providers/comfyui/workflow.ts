import { z } from 'zod';

/** What of a request can be put into a workflow. */
export const Binding = z.enum([
  'prompt',
  'negative',
  'image',
  'last_image',
  'width',
  'height',
  'seed',
  'frames',
  'fps',
  'duration',
]);
export type Binding = z.infer<typeof Binding>;

/** A graph as ComfyUI's "Export (API)" writes it: nodes by their ids. A link to another node is `[id, output]`. */
export const Graph = z.record(
  z.string(),
  z.looseObject({
    class_type: z.string().min(1),
    inputs: z.record(z.string(), z.unknown()),
    _meta: z.looseObject({ title: z.string().optional() }).optional(),
  }),
);
export type Graph = z.infer<typeof Graph>;

/** A user's own workflow, and where our values go in it; docs/providers.md says it for users. */
export const Workflow = z.strictObject({
  /** The exported file; read as a `Graph` where it is used, so that what is wrong with it is said in a sentence. */
  graph: z.record(z.string(), z.unknown()),
  /** By name, as `{"width": "10.inputs.width"}`; only for what is neither a placeholder nor a titled node. */
  bindings: z.partialRecord(Binding, z.string()).exactOptional(),
  /** Id of the node whose file is the result. */
  output: z.string().exactOptional(),
  /** Frames per second that the model makes; left out: what the graph says, else 16. */
  fps: z.number().positive().max(120).exactOptional(),
  /** Larger frames are asked for smaller, in the same shape. */
  maxPixels: z.int().min(65_536).exactOptional(),
});
export type Workflow = z.infer<typeof Workflow>;

/** The roles that a workflow can play. */
export type WorkflowRole = 'image' | 'video';
