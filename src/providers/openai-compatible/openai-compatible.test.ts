import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import { openWire, type Answer, type Recorded, type Wire } from '../../../test/wires/wire.ts';
import { descriptorFor } from '../descriptor-for.ts';
import type { ImageRequest, ProviderContext, ScenarioRequest } from '../provider.ts';
import { openaiCompatible } from './openai-compatible.ts';

let wire: Wire;
let scratch = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'openai-compatible-'));
  wire = await openWire();
});
afterAll(async () => {
  await wire.close();
  await rm(scratch, { recursive: true, force: true });
});

const MODEL = 'qwen3-vl:8b';

function aContext(given: Partial<ProviderContext> = {}): ProviderContext & { readonly model: string } {
  const descriptor = descriptorFor(openaiCompatible, 'llm', MODEL);
  const context = { scratch, ffmpeg: 'ffmpeg', baseUrl: `${wire.url}/v1`, ...(descriptor && { descriptor }), ...given };
  return { ...providerContext(context), model: MODEL };
}

const aScenario: ScenarioRequest = {
  projectType: 'blank',
  intent: { mode: 'content_remix', language: 'en', videoDurationS: 6 },
  systemPrompt: '',
  knowledge: '',
  styleGuide: {},
  analysis: null,
  assets: [],
  assetUsageMode: null,
  seed: 1,
};

const scenario = JSON.stringify({
  scenes: [
    {
      duration_seconds: 6,
      image_prompt: 'A bottle',
      negative_prompt: '',
      video_prompt: 'Push in',
      text_overlay: null,
      transition: 'cut',
    },
  ],
});

const completion = (content: string): Answer => ({
  json: { choices: [{ finish_reason: 'stop', message: { role: 'assistant', content } }] },
});

/** Answers one after the other, the last of them for ever. */
function inTurn(...answers: readonly Answer[]): () => Answer {
  let turn = 0;
  return () => answers[Math.min(turn++, answers.length - 1)] ?? {};
}

async function write(given: Partial<ProviderContext> = {}) {
  const written = await openaiCompatible.scenario?.write(aScenario, aContext(given));
  return written?.scenes.map((scene) => scene.image_prompt);
}

interface Sent {
  readonly response_format?: { readonly type: string };
  readonly max_tokens?: number;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}
const bodies = (): Sent[] => wire.requests.map(({ json }) => json as Sent);
const formats = (): (string | undefined)[] => bodies().map((body) => body.response_format?.type);

describe('an engine on the local network', () => {
  test('is asked without a key, and pays nothing', async () => {
    const announced: string[] = [];
    wire.play(completion(scenario));
    const sending = async ({ sha256 }: { readonly sha256: string }): Promise<void> => void announced.push(sha256);
    expect(await write({ sending })).toEqual(['A bottle']);
    expect(wire.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(bodies()[0]).not.toHaveProperty('max_tokens');
    expect(announced).toHaveLength(1);
  });

  test('that knows no schema is asked for JSON, and in the end for words', async () => {
    const refused = { status: 400, json: { error: { message: 'This response_format type is unavailable now' } } };
    wire.play(inTurn(refused, refused, completion(`Sure!\n\`\`\`json\n${scenario}\n\`\`\``)));
    expect(await write({ apiKey: 'sk-gateway' })).toEqual(['A bottle']);
    expect(formats()).toEqual(['json_schema', 'json_object', undefined]);
    const [first, second] = bodies().map(({ messages }) => messages.at(-1)?.content ?? '');
    expect(first).not.toContain('image_prompt');
    expect(second).toContain('"image_prompt"');
  });

  test('is not asked twice over any other fault', async () => {
    wire.play({ status: 400, json: { error: { message: 'the prompt is longer than the context' } } });
    await expect(write()).rejects.toMatchObject({ kind: 'invalid_input' });
    expect(wire.requests).toHaveLength(1);
  });

  test('may say with a 500 that it knows no schema, where nothing is paid', async () => {
    const message = 'response_format type must be one of "text" or "json_object", but got: json_schema';
    wire.play(inTurn({ status: 500, json: { error: { message, type: 'server_error' } } }, completion(scenario)));
    expect(await write()).toEqual(['A bottle']);
    wire.play(inTurn({ status: 500, json: { error: { message, type: 'server_error' } } }, completion(scenario)));
    await expect(write({ apiKey: 'sk-gateway' })).rejects.toMatchObject({ kind: 'ambiguous' });
    expect(wire.requests).toHaveLength(1);
  });

  test('that is known to know no schema is asked as it was set', async () => {
    wire.play(completion(scenario));
    await write({ settings: { structure: 'json_object' } });
    expect(formats()).toEqual(['json_object']);
  });

  test('may think aloud', async () => {
    wire.play(completion(`<think>They want {"scenes": []}? No.</think>\n${scenario}`));
    expect(await write()).toEqual(['A bottle']);
  });

  test('may answer in parts, its thoughts among them', async () => {
    const parts = [
      { type: 'thinking', thinking: [{ type: 'text', text: '{}' }] },
      { type: 'text', text: scenario },
    ];
    wire.play({ json: { choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: parts } }] } });
    expect(await write({ apiKey: 'sk-gateway' })).toEqual(['A bottle']);
  });

  test('is told once what is wrong with its answer', async () => {
    wire.play(inTurn(completion('{"scenes":[]}'), completion(scenario)));
    expect(await write()).toEqual(['A bottle']);
    expect(bodies()[1]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(bodies()[1]?.messages.at(-1)?.content).toContain('a script needs a scene');

    wire.play(completion('{"scenes":[]}'));
    await expect(write()).rejects.toMatchObject({ kind: 'permanent' });
    expect(wire.requests).toHaveLength(2);
  });

  test('that is paid for is not asked again behind the back of whoever pays', async () => {
    wire.play(completion('{"scenes":[]}'));
    await expect(write({ apiKey: 'sk-gateway' })).rejects.toMatchObject({ kind: 'permanent' });
    expect(wire.requests).toHaveLength(1);
    expect(bodies()[0]?.max_tokens).toBe(16_000);
    expect(wire.requests[0]?.headers['authorization']).toBe('Bearer sk-gateway');
  });

  test('without the model says how to get it', async () => {
    wire.play({ status: 404, json: { error: { message: `model '${MODEL}' not found`, type: 'not_found_error' } } });
    await expect(write()).rejects.toMatchObject({
      kind: 'permanent',
      message: expect.stringContaining(`"ollama pull ${MODEL}"`),
    });
  });
});

describe('the check of an engine', () => {
  const says = async (answer: Answer): Promise<string | undefined> => {
    wire.play(answer);
    return (await openaiCompatible.check?.(aContext()))?.says;
  };

  test('names its models, and warns of what Ollama does to long briefs', async () => {
    const data = [{ id: MODEL, owned_by: 'library' }, { id: 'x/z-image-turbo' }];
    expect(await says({ json: { object: 'list', data } })).toMatch(
      /^The engine answers\. It has qwen3-vl:8b, x\/z-image-turbo\. Ollama cuts .*OLLAMA_CONTEXT_LENGTH/,
    );
    expect(await says({ json: { data: [{ id: 'a', owned_by: 'vllm' }] } })).toBe('The engine answers. It has a.');
    expect(await says({ json: { object: 'list', data: null } })).toContain('no models yet');
  });

  test('fails where something else answers', async () => {
    await expect(says({ text: '<html>' })).rejects.toMatchObject({ kind: 'permanent' });
  });
});

describe('a picture of an engine', () => {
  const request: ImageRequest = {
    generationId: 'gen_1',
    model: 'stablediffusion',
    prompt: 'A bottle | a stone',
    scenePrompt: '',
    negativePrompt: 'text',
    width: 1080,
    height: 1920,
    seed: 1,
    references: [],
  };

  test('has the sizes and the negative prompt that the engine wants', async () => {
    const descriptor = descriptorFor(openaiCompatible, 'image', request.model);
    const pictureSizes = { portrait: '512x768', landscape: '768x512', square: '512x512' };
    const settings = { pictureSizes, negativePrompt: 'bar' };
    wire.play({ json: { data: [{ b64_json: solidPng('#205080').toString('base64') }] } });
    await openaiCompatible.image?.submit(request, aContext({ settings, ...(descriptor && { descriptor }) }));
    const [sent] = wire.requests as readonly [Recorded];
    expect(sent.json).toEqual({
      model: 'stablediffusion',
      prompt: 'A bottle / a stone|text',
      size: '512x768',
      response_format: 'b64_json',
    });
  });
});

describe('how an engine counts', () => {
  const picture = { b64_json: solidPng('#205080').toString('base64') };
  const request: ImageRequest = {
    generationId: 'gen_1',
    model: 'stablediffusion',
    prompt: 'A bottle',
    scenePrompt: '',
    negativePrompt: '',
    width: 1080,
    height: 1080,
    seed: 1,
    references: [],
  };

  test.each([{}, { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }, { input_tokens: null }, 'none'])(
    'loses no picture: %j',
    async (usage) => {
      wire.play({ json: { data: [picture], usage } });
      expect(await openaiCompatible.image?.submit(request, aContext())).toMatchObject({ status: 'done' });
    },
  );

  test.each([{}, { prompt_tokens: -1, completion_tokens: 20 }, { total_tokens: 20 }, 'none'])(
    'loses no words: %j',
    async (usage) => {
      const { json } = completion(scenario) as { json: object };
      wire.play({ json: { ...json, usage } });
      expect(await write()).toEqual(['A bottle']);
    },
  );
});

test('its settings refuse what means nothing', () => {
  expect(openaiCompatible.settings?.safeParse({ structure: 'auto' }).success).toBe(true);
  expect(openaiCompatible.settings?.safeParse({ pictureSizes: { portrait: 'tall' } }).success).toBe(false);
  expect(openaiCompatible.settings?.safeParse({ baseURL: 'http://localhost' }).success).toBe(false);
});
