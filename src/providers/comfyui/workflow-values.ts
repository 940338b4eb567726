import type { ImageRequest, VideoRequest } from '../provider.ts';
import type { Values } from './bind-workflow.ts';
import type { Graph, Workflow, WorkflowRole } from './workflow.ts';

/** WAN and Flux work in blocks of so many pixels; other models take such sizes too. */
const STEP = 16;
const FPS = 16; // what WAN was trained on
const FRAMES_STEP = 4; // WAN packs four frames into one, after the first

/** The largest frames that the families are made for: Flux up to two megapixels [K], WAN 720 × 1280 (its model card). */
const MAX_PIXELS: Readonly<Record<WorkflowRole, number>> = { image: 1088 * 1920, video: 720 * 1280 };

/** What a request puts into a workflow, but for its pictures. */
export function workflowValues(
  role: WorkflowRole,
  request: ImageRequest | VideoRequest,
  workflow: Pick<Workflow, 'fps' | 'maxPixels'>,
  graph: Graph,
): Values & { readonly width: number; readonly height: number } {
  const fps = workflow.fps ?? fpsOf(graph) ?? FPS;
  return {
    prompt: request.prompt,
    negative: request.negativePrompt,
    seed: request.seed,
    ...sized(request, workflow.maxPixels ?? MAX_PIXELS[role]),
    ...('durationS' in request ? { fps, duration: request.durationS, frames: framesFor(request.durationS, fps) } : {}),
  };
}

/** The fewest frames of the form 4k + 1 that last long enough: 81 for five seconds at 16 frames a second. */
export function framesFor(durationS: number, fps: number): number {
  const needed = Math.round(durationS * fps * 1000) / 1000; // 0.3 s of 10 are three frames, whatever floating point says
  return FRAMES_STEP * Math.max(0, Math.ceil((needed - 1) / FRAMES_STEP)) + 1;
}

/** The frame in whole blocks, made smaller in the same shape where it has too many pixels. */
function sized(frame: { readonly width: number; readonly height: number }, maxPixels: number) {
  const scale = Math.min(1, Math.sqrt(maxPixels / (frame.width * frame.height)));
  const nearest = (side: number): number => Math.max(STEP, Math.round((side * scale) / STEP) * STEP);
  return { width: nearest(frame.width), height: nearest(frame.height) };
}

/** How fast the graph itself puts frames together, where it says so with a number. */
function fpsOf(graph: Graph): number | null {
  for (const { inputs } of Object.values(graph)) {
    for (const name of ['fps', 'frame_rate']) {
      const value = inputs[name];
      if (typeof value === 'number' && value > 0) return value;
    }
  }
  return null;
}
