import { expect, test } from 'vitest';
import { workflowFrom, workflowsOf } from './workflow-file.ts';

test('an exported graph becomes a workflow, and one of ours stays what it is', () => {
  const graph = { 1: { class_type: 'KSampler', inputs: {} } };
  expect(workflowFrom(JSON.stringify(graph))).toEqual({ graph });
  expect(workflowFrom(JSON.stringify({ graph, fps: 16 }))).toEqual({ graph, fps: 16 });
});

test('what is no JSON object is no workflow', () => {
  for (const text of ['', 'not json', '[1]', '"a"', 'null']) expect(workflowFrom(text)).toBeNull();
});

test('settings without workflows have none', () => {
  expect(workflowsOf({})).toEqual({});
  expect(workflowsOf({ workflows: { image: { graph: {} } } })).toEqual({ image: { graph: {} } });
});
