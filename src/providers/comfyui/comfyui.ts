import type { Provider } from '../provider.ts';
import { checkEngine } from './check-engine.ts';
import { ComfySettings } from './comfy-settings.ts';
import { runWorkflow } from './run-workflow.ts';

/** ComfyUI on the user's own network: whatever workflow they give it, at no cost. */
export const comfyui: Provider = {
  id: 'comfyui',
  label: 'ComfyUI',
  description: 'Runs your own ComfyUI workflows on your own graphics card. Free and private.',
  keyless: true,
  clientTaskId: true,
  baseUrl: 'http://127.0.0.1:8188', // where it listens unless told otherwise
  limits: { concurrent: 2, pollMs: 1500 }, // it makes one at a time; the second waits there, so that the card never does
  settings: ComfySettings,
  check: checkEngine,
  onlyListedModels: true,
  models: [
    {
      id: 'comfyui-image',
      name: 'Your image workflow',
      description: 'The workflow that you put into the settings as workflows.image.',
      role: 'image',
      sizeStep: 16,
      deadlineS: 3600, // a card may have to load a model, and may be busy with others'
      input: { maxReferences: 1 },
      negativePrompt: 'field',
      seed: true,
      prices: [],
    },
    {
      id: 'comfyui-video',
      name: 'Your video workflow',
      description: 'The workflow that you put into the settings as workflows.video.',
      role: 'video',
      sizeStep: 16,
      deadlineS: 4 * 3600, // five seconds of WAN 2.2 take a small card most of an hour
      input: { lastFrame: true },
      negativePrompt: 'field',
      seed: true,
      prices: [],
    },
  ],
  image: runWorkflow('image'),
  video: runWorkflow('video'),
};
