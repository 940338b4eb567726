import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import { ProviderError, type ProviderContext } from '../provider.ts';
import { askComfy, comfyuiVendor } from './comfyui-vendor.ts';
import { ComfySettings } from './comfy-settings.ts';
import { Graph } from './workflow.ts';

const Stats = z.object({
  system: z.object({ comfyui_version: z.string().nullish() }),
  devices: z.array(z.object({ name: z.string(), vram_total: z.number().nullish() })).nullish(),
});

/** Says which ComfyUI answers and on what it runs, and which nodes of the user's workflows it has not. */
export async function checkEngine(context: ProviderContext): Promise<{ readonly says: string }> {
  const answer = await callVendor(comfyuiVendor, { method: 'GET', path: '/system_stats', timeoutMs: 10_000 }, context);
  const stats = Stats.safeParse(answer.json);
  if (!stats.success)
    throw new ProviderError('invalid_input', comfyuiVendor.id, 'There is no ComfyUI at this address.');
  const [device] = stats.data.devices ?? [];
  const gigabytes = Math.round((device?.vram_total ?? 0) / 2 ** 30);
  const version = stats.data.system.comfyui_version;
  const engine = `ComfyUI${version ? ` ${version}` : ''} answers`;
  const on = device ? `, on ${device.name}${gigabytes > 0 ? ` with ${gigabytes} GB` : ''}` : '';
  return { says: `${engine}${on}.${await aboutWorkflows(context)}` };
}

async function aboutWorkflows(context: ProviderContext): Promise<string> {
  const settings = ComfySettings.safeParse(context.settings);
  const workflows = settings.success ? Object.entries(settings.data.workflows) : [];
  if (workflows.length === 0) return ' It has no workflow from you yet: put one into the settings.';
  const sentences: string[] = [];
  for (const [role, workflow] of workflows) {
    const classes = new Set(Object.values(Graph.parse(workflow.graph)).map((node) => node.class_type));
    const absent: string[] = [];
    for (const name of classes) if (!(await hasNode(name, context))) absent.push(name);
    if (absent.length > 0) sentences.push(` The ${role} workflow needs nodes that it has not: ${absent.join(', ')}.`);
  }
  return sentences.length > 0 ? sentences.join('') : ' It has every node of your workflows.';
}

/** A class at a time: the whole list is several megabytes. */
async function hasNode(name: string, context: ProviderContext): Promise<boolean> {
  const answer = await askComfy({ method: 'GET', path: `/object_info/${encodeURIComponent(name)}` }, context);
  const known = z.record(z.string(), z.unknown()).safeParse(answer?.json);
  return known.success && Object.hasOwn(known.data, name);
}
