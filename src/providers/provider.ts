import type { Fps } from '#contract/fps.ts';
import type { Role } from '#contract/generation.ts';
import type { AnalysisResult } from '#contract/analysis.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import type { z } from 'zod';

/*
 * The contract of a vendor. Words used here:
 *   vendor     whoever answers our calls: a company, or an engine on the local network
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
    /** What was paid all the same, where the vendor says so. */
    readonly costMicroUsd?: number;
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
  /** What of the request it holds for, such as `{resolution: '1080p'}`; left out: for all of it. */
  readonly when?: Readonly<Record<string, string>>;
  /** The first day it holds, where a change is announced: it takes the place of the one that holds until then. */
  readonly from?: string;
  readonly asOf: string;
  readonly source: string;
}

/** What a vendor is sent for a frame of one shape. */
export interface SizeFields {
  /** Exactly the parameters that say the size; none: they are left out. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** What comes back, as far as it is known. */
  readonly width?: number;
  readonly height?: number;
  /** True where the vendor has no such shape: this is the nearest, and the middle of it is shown. */
  readonly isNearest?: true;
}

/** What a model is sent for each shape of a frame; `map-size.ts` reads it. */
export type Sizes = Readonly<Record<'portrait' | 'landscape' | 'square', SizeFields>>;

/** A model as data: what it can do, what it costs, when it goes. `/api/providers` is rendered from it. */
export interface ModelDescriptor {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly role: Role;
  /** Unix milliseconds; past: shown as retired, still callable. */
  readonly retiredAt?: number;
  /** The model that took its place, which is named to whoever asks for a retired one. */
  readonly replacedBy?: string;
  /** Left out: the size is not told, or is told as it is (`sizeStep`). */
  readonly sizes?: Sizes;
  /** Any size whose sides are multiples of this. */
  readonly sizeStep?: number;
  /** Told as they are; left out: of no particular length. A clip is asked for at the next one up, and trimmed in the film. */
  readonly durations?: {
    readonly listS?: readonly number[];
    readonly minS?: number;
    readonly maxS?: number;
    readonly stepS?: number;
  };
  /** After this long without a result it counts as uncertain; 30 minutes unless said. */
  readonly deadlineS?: number;
  readonly input?: {
    readonly promptMax?: number;
    readonly promptRequired?: boolean;
    readonly maxReferences?: number;
    readonly imageMaxBytes?: number;
    readonly mimes?: readonly string[];
    readonly lastFrame?: boolean;
    readonly video?: boolean;
  };
  readonly negativePrompt?: 'field' | 'prompt' | 'none';
  readonly seed?: boolean;
  readonly audio?: boolean;
  /** Tokens of an answer at most, for an estimate of what words cost. */
  readonly maxOutputTokens?: number;
  /** Empty: the model costs nothing where its provider is free, else its price is not known. */
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

/** A call that is about to be made; pictures lie in its body, the key does not. */
export interface AnnouncedCall {
  readonly method: string;
  /** Below the vendor's address, or a whole one. */
  readonly path: string;
  readonly body?: object | FormData | Uint8Array;
}

/** What an adapter may use. `scratch` is a directory of its own, removed when the generation ends. */
export interface ProviderContext {
  readonly signal: AbortSignal;
  readonly scratch: string;
  readonly ffmpeg: string;
  readonly apiKey?: string;
  /** In place of the provider's own; set by whoever runs the server, or by the user where the guard lets it. */
  readonly baseUrl?: string;
  /** What the user has set for this provider, parsed by its `settings`. */
  readonly settings?: unknown;
  /** The model as the catalogue (the operator's lines included) knows it; left out: it does not. */
  readonly descriptor?: ModelDescriptor;
  /** For calls to the vendor's own address, through `callVendor`. Follows no redirect. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Downloads a result from an address that the vendor named, through the guard: https, public addresses (or the origin
   * the operator named), size and time capped; `headers` go to the first origin only. Its path in `scratch`.
   */
  readonly fetchResult: (
    url: string,
    options?: { readonly headers?: Readonly<Record<string, string>> },
  ) => Promise<string>;
  /** Writes the intent down, right before the one billable call; where it throws, the call must not be made. */
  readonly sending: (body: { readonly sha256: string; readonly call?: AnnouncedCall }) => Promise<void>;
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

/** One finished result. `path` when it lies on this disk already (it will be moved), else a `url` to be downloaded. */
export interface MediaOutput {
  readonly mime: string;
  readonly path?: string;
  readonly url?: string;
  readonly recipe?: unknown;
  /** What is to be told of it: that the model has no square, that a prompt was shortened. Sentences. */
  readonly notes?: readonly string[];
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
  /** Exactly one billable call, announced by `context.sending`. */
  submit(request: Request, context: ProviderContext): Promise<Submitted>;
  poll?(receipt: Receipt, context: ProviderContext): Promise<PollState>;
  /**
   * Brings an output to this disk and gives its path; left out: `context.fetchResult` of its url does. Where it fails,
   * the receipt is polled again for a fresh address.
   */
  download?(receipt: Receipt, output: MediaOutput, context: ProviderContext): Promise<string>;
  /** `too_late` also where the vendor does not know it any more: then nobody knows that it was not paid. */
  cancel?(receipt: Receipt, context: ProviderContext): Promise<'cancelled' | 'too_late' | 'unsupported'>;
  /**
   * Looks for what was submitted when no receipt came back: its receipt, `none` where the vendor surely has it not,
   * `unknown` where it cannot say. Left out: it never can.
   */
  find?(lost: LostSubmit, context: ProviderContext): Promise<Receipt | 'none' | 'unknown'>;
}

/** A submit whose answer never came. */
export interface LostSubmit {
  readonly generationId: string;
  readonly model: string;
  /** Unix milliseconds by the database's clock. */
  readonly submittingAt: number;
  /** Of the body that was announced; null where the process died before. */
  readonly bodySha256: string | null;
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

/** What scenes of a script that is there are written anew from; nothing of it is saved. */
export interface ProposalRequest {
  /** What the film was, or would be, written from. */
  readonly brief: ScenarioRequest;
  /** The script as it is, scene by scene. */
  readonly scenes: readonly WrittenScene[];
  /** The 0-based place of the one scene that is written anew; null: all of them. */
  readonly sceneIndex: number | null;
  /** What is wanted, in the user's words; empty: just another. */
  readonly ask: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** What was proposed before and not taken. */
  readonly refused: readonly RewrittenScene[];
}

/** A scene written anew: it keeps its length, and its 0-based place. */
export type RewrittenScene = Omit<WrittenScene, 'duration_seconds'> & { readonly place: number };

/** What a style guide is found in. */
export interface StyleGuideRequest {
  readonly text: string;
  /** Colours of the page the text is from, the most telling first; empty for a plain text. */
  readonly colours: readonly string[];
}

/** Writes a scenario, rewrites scenes of one, and reads a style guide. Vendors do it by structured output of one schema, the keyless one by rule. */
export interface ScenarioAdapter {
  extractStyleGuide?(
    request: StyleGuideRequest,
    context: ProviderContext & { readonly model: string },
  ): Promise<{ readonly styleGuide: StyleGuide; readonly costMicroUsd?: number }>;
  write(
    request: ScenarioRequest,
    context: ProviderContext & { readonly model: string },
  ): Promise<{ readonly scenes: readonly WrittenScene[]; readonly costMicroUsd?: number }>;
  /** `notes` are sentences: what of the ask could not be done. */
  propose?(
    request: ProposalRequest,
    context: ProviderContext & { readonly model: string },
  ): Promise<{
    readonly scenes: readonly RewrittenScene[];
    readonly notes?: readonly string[];
    readonly costMicroUsd?: number;
  }>;
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
  /** True where no key is needed; without one nothing is paid, so that what got lost may be asked for again. */
  readonly keyless: boolean;
  /** Keyless, but a key is sent along where the user gives one; it may cost then. */
  readonly takesKey?: true;
  /** Made by this machine itself, in this process or its children, and not by asking anybody. */
  readonly drawsHere?: true;
  /** Whose key, address and limits it shares, where two providers are one vendor; its own id unless said. */
  readonly vendor?: string;
  /** Where it is asked unless it is said otherwise: an origin, with the path that all calls begin with. */
  readonly baseUrl?: string;
  /** What it takes at once and how often, for one account; the vendor's own 429 slows it further. */
  readonly limits?: {
    readonly concurrent: number;
    readonly perMinute?: number;
    /** Jobs it takes beyond those and keeps waiting itself, so that it has work while we find out that one has ended. */
    readonly ahead?: number;
    /** Between two questions about a job at least, until its answers say it themselves; 5 s unless said. */
    readonly pollMs?: number;
  };
  /** A free call that proves a key, or that an engine is there; what it says is shown to the user. */
  readonly check?: (context: ProviderContext) => Promise<{ readonly says: string }>;
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
