import type { ModelDescriptor, Provider } from '../provider.ts';
import { wordsFrom } from '../structured/words-from.ts';
import { askChat } from './chat.ts';
import { checkEngine } from './check-engine.ts';
import { CompatibleSettings } from './compatible-settings.ts';
import { COMPATIBLE } from './compatible-vendor.ts';
import { picture } from './picture.ts';

// Ollama's own examples (docs.ollama.com/openai, read in November 2026). Any other is passed on by its name.
const QWEN = { id: 'qwen3-vl:8b', name: 'Qwen3-VL 8B', prices: [] } as const;
const PULL = 'On Ollama: "ollama pull qwen3-vl:8b". Any model of your engine can be named instead.';

const sizeOf = (width: number, height: number) => ({ fields: { size: `${width}x${height}` }, width, height });

const models: readonly ModelDescriptor[] = [
  { ...QWEN, role: 'llm', description: `Writes scenarios. ${PULL}` },
  {
    ...QWEN,
    role: 'vision',
    description: `Looks at pictures, and at videos by stills of them. ${PULL}`,
    input: { mimes: ['image/png', 'image/jpeg', 'image/webp'] },
  },
  {
    id: 'x/z-image-turbo',
    name: 'Z-Image Turbo',
    description: 'Draws pictures; an experiment of Ollama. Any picture model of your engine can be named instead.',
    role: 'image',
    // What SDXL and its successors were trained on, nearest to the frames there are.
    sizes: { portrait: sizeOf(768, 1344), landscape: sizeOf(1344, 768), square: sizeOf(1024, 1024) },
    input: { promptRequired: true, maxReferences: 0 },
    negativePrompt: 'prompt',
    prices: [],
  },
];

// A still is 750 tokens to Qwen-VL (28 x 28 pixels each), so that these and the answer go into a context of 16384.
const MOST_FRAMES = 12;

/** Any engine that speaks OpenAI's wire: Ollama, LM Studio, vLLM, LocalAI, llama.cpp, or a gateway with a key. */
export const openaiCompatible: Provider = {
  id: COMPATIBLE,
  label: 'OpenAI-compatible engine',
  description:
    'Ollama, LM Studio, vLLM, LocalAI or any gateway that speaks like OpenAI: on your network, without a key.',
  keyless: true,
  takesKey: true,
  baseUrl: 'http://localhost:11434/v1', // Ollama's
  limits: { concurrent: 2 }, // one works, the next is sent already; engines queue what they cannot do at once
  check: checkEngine,
  settings: CompatibleSettings,
  models,
  image: picture,
  ...wordsFrom({ id: COMPATIBLE, ask: askChat, video: 'frames', mostFrames: MOST_FRAMES }),
};
