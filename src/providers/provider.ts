import type { Fps } from '#contract/fps.ts';
import type { Role } from '#contract/generation.ts';
import type { AnalysisResult } from '#contract/analysis.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import type { z } from 'zod';

/*
 * The contract of a vendor. Words used here:
 *   receipt    what a vendor gave us to ask for the result by; JSON, never a key
 *   submit     the one billable call; never retried inside
 *   poll       a free question about a receipt; safe to repeat, survives restarts
 *   recipe     what a provider needs to draw a picture again; opaque to everyone else
 */

/** Why a provider failed, in words every vendor's own errors are mapped to. */
export type ProviderErrorKind =
  | 'invalid_key'
  | 'quota'
  | 'rate_limited'
  | 'moderated'
  | 'invalid_input'
  | 'transient'
  | 'ambiguous'
  | 'permanent'
  | 'aborted';

/**
 * A failure at a vendor.
 *
 * Of a submit, `transient` says that the call surely was not taken, so that it may be made again; `ambiguous` that nobody
 * knows, so that it must not.
 */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;
  readonly provider: string;
  readonly facts: {
    readonly model?: string;
    readonly http?: number;
    readonly vendorCode?: string;
    readonly retryAfterMs?: number;
    readonly requestId?: string;
  };

  constructor(
    kind: ProviderErrorKind,
    provider: string,
    message: string,
    facts: ProviderError['facts'] = {},
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
    this.name = 'ProviderError';
    this.kind = kind;
    this.provider = provider;
    this.facts = facts;
  }
}

/** What a unit costs, with the day it was read and where. */
export interface Price {
  readonly unit: 'second' | 'image' | 'mtok_in' | 'mtok_out' | 'kchar';
  readonly microUsd: number;
  readonly asOf: string;
  readonly source: string;
}

/** A model as data: what it can do, what it costs, when it goes. `/api/providers` is rendered from it. */
export interface ModelDescriptor {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly role: Role;
  /** Unix milliseconds; past: shown as retired, still callable. */
  readonly retiredAt?: number;
  readonly durations?: {
    readonly listS?: readonly number[];
    readonly minS?: number;
    readonly maxS?: number;
    readonly stepS?: number;
  };
  readonly input?: {
    readonly promptMax?: number;
    readonly maxReferences?: number;
    readonly imageMaxBytes?: number;
    readonly mimes?: readonly string[];
    readonly lastFrame?: boolean;
    readonly video?: boolean;
  };
  readonly negativePrompt?: 'field' | 'prompt' | 'none';
  readonly seed?: boolean;
  readonly audio?: boolean;
  /** Empty: the model costs nothing. */
  readonly prices: readonly Price[];
}

/** Media handed to a provider; opened only when it is needed. */
export interface MediaInput {
  /** Where the bytes lie on this machine's disk (the store has fetched them if they were elsewhere). */
  readonly path: string;
  readonly mime: string;
  readonly sha256: string;
  readonly name?: string;
  readonly description?: string;
  /** The recipe of the take, where the picture was drawn by the same provider. */
  readonly recipe?: unknown;
}

/** What an adapter may use. `scratch` is a directory of its own, removed when the generation ends. */
export interface ProviderContext {
  readonly signal: AbortSignal;
  readonly scratch: string;
  readonly ffmpeg: string;
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly fetch: typeof globalThis.fetch;
  /** 0 to 1; call as often as wanted, the caller thins it. */
  readonly progress: (done: number) => void;
}

/** What the picture is for, so that a keyless provider can direct instead of guess. All optional for vendors. */
export interface SceneContext {
  readonly projectType: string;
  readonly sceneIndex: number;
  readonly sceneCount: number;
  readonly subject?: string;
  readonly styleGuide?: StyleGuide;
  /** The words that will be drawn over the picture, so that it leaves room for them. */
  readonly textOverlay?: string;
  /** What the earlier scenes of the film look like, in order (`recipe` of their picked pictures). */
  readonly earlierRecipes?: readonly unknown[];
}

export interface ImageRequest {
  readonly generationId: string;
  readonly model: string;
  /** The whole composed prompt: style prefix, instruction, scene. */
  readonly prompt: string;
  /** The scene's own words alone. */
  readonly scenePrompt: string;
  readonly negativePrompt: string;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly references: readonly MediaInput[];
  readonly scene?: SceneContext;
}

export interface VideoRequest {
  readonly generationId: string;
  readonly model: string;
  readonly prompt: string;
  readonly scenePrompt: string;
  readonly negativePrompt: string;
  readonly image: MediaInput;
  readonly lastImage?: MediaInput;
  /** What the picture was made from, for a provider that draws it again in layers (its recipe names them by sha256). */
  readonly references?: readonly MediaInput[];
  readonly durationS: number;
  readonly fps: Fps;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly scene?: SceneContext;
}

/** One finished result. `path` when it lies on this disk already (it will be moved), else `open`. */
export interface MediaOutput {
  readonly mime: string;
  readonly path?: string;
  readonly open?: () => Promise<ReadableStream<Uint8Array>>;
  readonly url?: string;
  readonly recipe?: unknown;
}

/** JSON to ask for the result by. */
export interface Receipt {
  readonly v: 1;
  readonly provider: string;
  readonly model: string;
  readonly id: string;
  readonly submittedAt: number;
  readonly extra?: Readonly<Record<string, string>>;
}

export type Submitted =
  | { readonly status: 'done'; readonly outputs: readonly MediaOutput[]; readonly costMicroUsd?: number }
  | { readonly status: 'receipt'; readonly receipt: Receipt };

export type PollState =
  | { readonly status: 'pending'; readonly progress?: number; readonly pollAfterMs: number }
  | { readonly status: 'done'; readonly outputs: readonly MediaOutput[]; readonly costMicroUsd?: number }
  | { readonly status: 'failed'; readonly error: ProviderError; readonly costMicroUsd?: number }
  | { readonly status: 'cancelled' }
  | { readonly status: 'lost' };

/** One shape for every media role: pictures are asynchronous and paid at several vendors too. */
export interface MediaAdapter<Request> {
  submit(request: Request, context: ProviderContext): Promise<Submitted>;
  poll?(receipt: Receipt, context: ProviderContext): Promise<PollState>;
  download?(receipt: Receipt, output: MediaOutput, context: ProviderContext): Promise<ReadableStream<Uint8Array>>;
  cancel?(receipt: Receipt, context: ProviderContext): Promise<'cancelled' | 'too_late' | 'unsupported'>;
}

/** What a scenario is written from. */
export interface ScenarioRequest {
  readonly projectType: string;
  readonly intent: {
    readonly mode: 'style_transfer' | 'content_remix';
    readonly productName?: string;
    readonly productDescription?: string;
    readonly targetAudience?: string;
    readonly language: string;
    /** Seconds of the whole film. */
    readonly videoDurationS: number;
    readonly sceneCount?: number;
  };
  readonly systemPrompt: string;
  readonly knowledge: string;
  readonly styleGuide: StyleGuide;
  readonly analysis: AnalysisResult | null;
  /** The user's own pictures; in direct mode exactly one scene each, in this order. */
  readonly assets: readonly { readonly id: string; readonly name: string; readonly description: string }[];
  readonly assetUsageMode: 'reference' | 'direct' | null;
  readonly seed: number;
}

/** A scene as a model writes it; lengths in seconds, transition by name. */
export interface WrittenScene {
  readonly duration_seconds: number;
  readonly image_prompt: string;
  readonly negative_prompt: string;
  readonly video_prompt: string;
  readonly text_overlay?: string;
  readonly transition: string;
}

/** What a style guide is found in. */
export interface StyleGuideRequest {
  readonly text: string;
  /** Colours of the page the text is from, the most telling first; empty for a plain text. */
  readonly colours: readonly string[];
}

/** Writes a scenario, and reads a style guide. Vendors do it by structured output of one schema, the keyless one by rule. */
export interface ScenarioAdapter {
  extractStyleGuide?(
    request: StyleGuideRequest,
    context: ProviderContext & { readonly model: string },
  ): Promise<{ readonly styleGuide: StyleGuide; readonly costMicroUsd?: number }>;
  write(
    request: ScenarioRequest,
    context: ProviderContext & { readonly model: string },
  ): Promise<{ readonly scenes: readonly WrittenScene[]; readonly costMicroUsd?: number }>;
}

/** Looks at a reference video or an asset. */
export interface VisionAdapter {
  analyzeVideo(
    request: { readonly video: MediaInput; readonly prompt: string },
    context: ProviderContext & { readonly model: string },
  ): Promise<{ readonly analysis: AnalysisResult; readonly costMicroUsd?: number }>;
  describeImage(
    request: { readonly image: MediaInput; readonly prompt: string },
    context: ProviderContext & { readonly model: string },
  ): Promise<{ readonly description: string; readonly costMicroUsd?: number }>;
  describeSound?(
    request: { readonly sound: MediaInput; readonly prompt: string },
    context: ProviderContext & { readonly model: string },
  ): Promise<{ readonly description: string; readonly costMicroUsd?: number }>;
}

/** A vendor: its settings, its models, and an adapter for each role it plays. */
export interface Provider {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** True where nothing leaves the machine and nothing is paid. */
  readonly keyless: boolean;
  /** True where we choose the id of a job at the vendor, so that a lost answer can be looked up or sent again. */
  readonly clientTaskId?: boolean;
  readonly settings?: z.ZodType;
  /** True where `models` are all there are: another id is refused at once, instead of being passed on. */
  readonly onlyListedModels?: boolean;
  readonly models: readonly ModelDescriptor[];
  readonly image?: MediaAdapter<ImageRequest>;
  readonly video?: MediaAdapter<VideoRequest>;
  readonly scenario?: ScenarioAdapter;
  readonly vision?: VisionAdapter;
}
