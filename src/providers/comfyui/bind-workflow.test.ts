import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bindWorkflow } from './bind-workflow.ts';
import { ComfySettings } from './comfy-settings.ts';
import { workflowFault } from './workflow-fault.ts';
import { framesFor, workflowValues } from './workflow-values.ts';
import type { Graph, WorkflowRole } from './workflow.ts';

const save = { class_type: 'SaveImage', inputs: { images: ['1', 0] } };

function aGraph(inputs: Record<string, unknown>, title?: string): Graph {
  return { '1': { class_type: 'Any', inputs, ...(title === undefined ? {} : { _meta: { title } }) }, '2': save };
}

/** The inputs of the first node, filled. */
function filled(graph: Graph, values: Parameters<typeof bindWorkflow>[2], bindings = {}): unknown {
  return bindWorkflow({ bindings }, graph, values)['1']?.inputs;
}

test('a text that is nothing but a placeholder takes the value as it is, and any other takes it as words', () => {
  const graph = aGraph({
    width: '{{width}}',
    text: 'cinematic, {{ prompt }}, {{width}} wide',
    deep: [{ at: '{{fps}}' }],
  });
  expect(filled(graph, { width: 720, prompt: 'a bottle', fps: 16 })).toEqual({
    width: 720,
    text: 'cinematic, a bottle, 720 wide',
    deep: [{ at: 16 }],
  });
  expect(graph['1']?.inputs['width']).toBe('{{width}}');
});

test('a prompt that looks like a placeholder, a pattern or JSON is only a prompt', () => {
  const prompt = '{{seed}} $& $1 "}, "99": {"class_type": "Evil"}';
  const bound = bindWorkflow({}, aGraph({ text: 'x {{prompt}}', only: '{{prompt}}' }), { prompt, seed: 7 });
  expect(bound['1']?.inputs).toEqual({ text: `x ${prompt}`, only: prompt });
  expect(Object.keys(bound)).toEqual(['1', '2']);
});

test('a titled node takes its value by its usual input, and never in place of a link', () => {
  expect(filled(aGraph({ text: 'old', clip: ['2', 0] }, 'STUDIO:PROMPT'), { prompt: 'new' })).toMatchObject({
    text: 'new',
  });
  expect(filled(aGraph({ text: ['2', 0], value: 'old' }, 'studio:prompt'), { prompt: 'new' })).toEqual({
    text: ['2', 0],
    value: 'new',
  });
  expect(filled(aGraph({ width: 1, height: 1 }, 'STUDIO:WIDTH STUDIO:HEIGHT'), { width: 720, height: 1280 })).toEqual({
    width: 720,
    height: 1280,
  });
});

test('a placeholder comes before a title, and a title before a mapping', () => {
  const bindings = { negative: '1.inputs.text', seed: '1.inputs.noise' };
  const graph = aGraph({ text: 'cinematic, {{prompt}}', noise: 1 }, 'STUDIO:PROMPT');
  expect(filled(graph, { prompt: 'a bottle', negative: 'text', seed: 7 }, bindings)).toEqual({
    text: 'cinematic, a bottle',
    noise: 7,
  });
});

test('where nothing takes the seed all seeds are set, so that the engine does not answer out of its memory', () => {
  const graph = {
    ...aGraph({ seed: 1, steps: 20 }),
    '3': { class_type: 'Any', inputs: { noise_seed: 2, seed: ['1', 0] } },
  };
  const bound = bindWorkflow({}, graph, { seed: 7 });
  expect(bound['1']?.inputs).toEqual({ seed: 7, steps: 20 });
  expect(bound['3']?.inputs).toEqual({ noise_seed: 7, seed: ['1', 0] });
  expect(filled({ ...graph, '1': { class_type: 'Any', inputs: { a: '{{seed}}', seed: 1 } } }, { seed: 7 })).toEqual({
    a: 7,
    seed: 1,
  });
});

test('a clip has the fewest frames of the form 4k + 1 that last long enough', () => {
  const lengths = [5, 5.1, 0.1, 0.3, 10].map((durationS) => framesFor(durationS, durationS === 0.3 ? 10 : 16));
  expect(lengths).toEqual([81, 85, 5, 5, 161]);
});

test('the frame goes in blocks of sixteen, and smaller in the same shape where the model has not so many pixels', () => {
  const request = { prompt: '', negativePrompt: '', seed: 1, durationS: 5 } as Parameters<typeof workflowValues>[1];
  const sizeOf = (role: WorkflowRole, width: number, height: number, workflow = {}) => {
    const values = workflowValues(role, { ...request, width, height }, workflow, {});
    return [values.width, values.height];
  };
  expect(sizeOf('image', 1080, 1920)).toEqual([1088, 1920]);
  expect(sizeOf('video', 1080, 1920)).toEqual([720, 1280]);
  expect(sizeOf('video', 480, 832)).toEqual([480, 832]);
  expect(sizeOf('video', 1920, 1080, { maxPixels: 480 * 832 })).toEqual([848, 480]);
  const slow = { '1': { class_type: 'CreateVideo', inputs: { fps: 24 } } };
  expect(workflowValues('video', { ...request, width: 16, height: 16 }, {}, slow)).toMatchObject({
    fps: 24,
    frames: 121,
  });
});

test.each([
  ['image', 'flux-image.json'],
  ['video', 'wan22-image-to-video.json'],
] as const)('the example that we ship for a role can be put into the settings as it is: %s', (role, name) => {
  const graph = JSON.parse(readFileSync(join(import.meta.dirname, 'workflows', name), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(workflowFault(role, { graph })).toBeNull();
  expect(ComfySettings.parse({ workflows: { [role]: { graph } } })).toEqual({ workflows: { [role]: { graph } } });
});

test('what is wrong with a workflow is said in a sentence', () => {
  const node = { class_type: 'Any', inputs: { text: '{{prompt}}' } };
  const faults: readonly (readonly [string, WorkflowRole, Parameters<typeof workflowFault>[1], RegExp])[] = [
    ['the editor’s format', 'image', { graph: { nodes: [], links: [], version: 0.4 } }, /Export \(API\)/],
    ['nothing', 'image', { graph: {} }, /empty/],
    ['a body of /prompt', 'image', { graph: { prompt: { '1': node } } }, /Node prompt is none of ComfyUI’s/],
    ['no prompt', 'image', { graph: { '2': save } }, /\{\{prompt\}\}.*STUDIO:PROMPT/],
    ['no picture', 'video', { graph: { '1': node, '2': save } }, /\{\{image\}\}.*STUDIO:IMAGE/],
    ['nothing saved', 'image', { graph: { '1': node } }, /Save Image.*STUDIO:OUTPUT/],
    ['an output elsewhere', 'image', { graph: { '1': node, '2': save }, output: '9' }, /no node 9/],
    [
      'a mapping elsewhere',
      'image',
      { graph: { '1': node, '2': save }, bindings: { width: '1.inputs.w' } },
      /width: 1\.inputs\.w/,
    ],
    [
      'a title on a node that takes nothing',
      'image',
      { graph: { '1': node, '2': save, '3': { class_type: 'Any', inputs: {}, _meta: { title: 'STUDIO:SEED' } } } },
      /Node 3 is titled STUDIO:SEED/,
    ],
  ];
  for (const [what, role, workflow, sentence] of faults) {
    expect(workflowFault(role, workflow), what).toMatch(sentence);
    const settings = ComfySettings.safeParse({ workflows: { [role]: workflow } });
    expect(settings.error?.issues[0]?.message, what).toMatch(sentence);
  }
});
