import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import type { ProviderContext } from '../provider.ts';
import { askComfy, comfyuiVendor } from './comfyui-vendor.ts';
import { lookForJob, placeInQueue } from './look-for-job.ts';

const Cancelled = z.object({ cancelled: z.boolean() });

/**
 * Stops a job, and no other: older builds interrupt whatever runs, so that they are asked only while it is ours.
 *
 * A job that is nowhere counts as cancelled: nothing will come of it.
 */
export async function cancelJob(id: string, context: ProviderContext): Promise<'cancelled' | 'too_late'> {
  const answer = await askComfy({ method: 'POST', path: `/api/jobs/${id}/cancel` }, context);
  const said = Cancelled.safeParse(answer?.json);
  if (said.success && said.data.cancelled) return 'cancelled';
  if (!said.success) {
    const place = await placeInQueue(id, context);
    if (place?.status === 'waiting') {
      await callVendor(comfyuiVendor, { method: 'POST', path: '/queue', body: { delete: [id] } }, context);
      return 'cancelled';
    }
    if (place?.status === 'running') {
      await callVendor(comfyuiVendor, { method: 'POST', path: '/interrupt', body: { prompt_id: id } }, context);
      return 'cancelled';
    }
  }
  const job = await lookForJob(id, context);
  return job === null || job.status === 'cancelled' ? 'cancelled' : 'too_late';
}
