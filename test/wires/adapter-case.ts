import type {
  ImageRequest,
  Provider,
  ProviderContext,
  ProviderErrorKind,
  Receipt,
  VideoRequest,
} from '#providers/provider.ts';
import type { Answer, Recorded, Script } from './wire.ts';

/** Everything a vendor can be asked through us; `scenario`, `proposal` and `style-guide` are of the role llm, the next two of vision. */
export type Ask = 'image' | 'video' | 'scenario' | 'proposal' | 'style-guide' | 'describe-image' | 'analyze-video';

export type Shape = 'portrait' | 'landscape' | 'square';

/** One way of asking, as the suite asks it. */
export interface Asked {
  readonly ask: Ask;
  readonly model: string;
  readonly shape: Shape;
  /** How many reference pictures (of a video: 1 where a last picture is given too). */
  readonly references: number;
  /** What the adapter was handed; null where words are asked for. */
  readonly request: ImageRequest | VideoRequest | null;
}

/** A definition in `test/specs/<file>.schema.json`. */
export interface SchemaName {
  readonly file: string;
  readonly definition: string;
}

/** An answer that is no success, and what we must make of it. */
export interface RefusalCase {
  readonly name: string;
  /** To the billable call; to the poll where `ofTask` is set. */
  readonly answer: Answer;
  readonly kind: ProviderErrorKind;
  readonly vendorCode?: string;
  readonly retryAfterMs?: number;
}

/** A state of a task at the vendor, and what we must make of it. */
export interface TaskStateCase {
  readonly name: string;
  /** To everything a poll asks. */
  readonly script: Script;
  readonly status: 'pending' | 'done' | 'failed' | 'cancelled' | 'lost';
  readonly kind?: ProviderErrorKind;
  readonly progress?: number;
  readonly costMicroUsd?: number;
}

/** Where a vendor's SDK is pointed to. */
export interface Destination {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** A vendor whose results are asked for by a receipt. */
export interface TaskCase {
  /** All that the vendor documents, and one that nobody has heard of, which is `pending`. */
  readonly states: readonly TaskStateCase[];
  /** Answers to a poll of a finished task whose result lies at that address. */
  readonly done: (resultUrl: string) => Script;
  /** Why, where the vendor hands out no address that could be another's; such results are proven by the adapter's own tests. */
  readonly givesNoAddress?: string;
  /** The vendor's own SDK asks and cancels the same task, and must do it by the same calls. No retries. */
  readonly parity?: {
    readonly poll: (receipt: Receipt, to: Destination) => Promise<unknown>;
    readonly cancel?: (receipt: Receipt, to: Destination) => Promise<unknown>;
  };
  /** How a submit whose answer was lost is looked for; left out: the vendor cannot say. */
  readonly find?: {
    /** Answers where the vendor has what was sent. */
    readonly has: (sent: Recorded) => Script;
    /** Where it has nothing of the kind, and what that proves. */
    readonly hasNot: Script;
    readonly nothing: 'none' | 'unknown';
  };
  /** The call that cancels, as `DELETE /v1/tasks/task-1`, and what its answers mean; left out: the vendor cannot. */
  readonly cancel?: {
    readonly call: string;
    readonly answers: readonly {
      readonly script: Script;
      readonly outcome: 'cancelled' | 'too_late' | 'unsupported';
      /** False where it must not be made, because the adapter looked first and it would do harm. */
      readonly isCalled?: boolean;
    }[];
  };
}

/**
 * What a vendor's wire looks like for one thing it is asked: data for `conformance-wires.test.ts`.
 *
 * Paths in it hold what the vendor's base address holds: `/v1/images/generations` for `https://api.openai.com/v1`.
 */
export interface AdapterCase {
  readonly provider: Provider;
  readonly ask: Ask;
  /** Model ids that are asked; all of the role that the provider lists unless said. */
  readonly models?: readonly string[];
  /** 0 unless said: how many references at most are tried (0, 1 and 2; for a video 1 stands for a last picture). */
  readonly references?: (model: string) => number;
  /** For models that do nothing without a reference; 0 unless said. */
  readonly fewestReferences?: (model: string) => number;
  /** What the adapter is handed besides: settings, or no key. */
  readonly context?: Partial<ProviderContext>;
  /** Whether a request is the billable one; anything else is an upload, a question, a poll. */
  readonly isSubmit: (request: Recorded) => boolean;
  /** Plays the vendor when all goes well, until the submit is answered. */
  readonly vendor: Script;
  /** What a finished answer costs by the vendor's own word, in millionths of a dollar; left out: it does not tell. */
  readonly costMicroUsd?: number | ((asked: Asked) => number | undefined);
  /** The schema of the billable body; null, with the reason in a comment, where the vendor publishes none. */
  readonly schema: (asked: Asked, sent: Recorded) => SchemaName | null;
  /**
   * The billable body as it must be, written down by hand; bytes are told by their kind (`shortened` of `golden.ts`).
   * Must be there for pictures and clips.
   */
  readonly golden?: (asked: Asked) => unknown;
  /** The vendor's own SDK sends the same; left out where there is none. No retries. */
  readonly parity?: (sent: Recorded, asked: Asked, to: Destination) => Promise<unknown>;
  /** Headers that must be what the SDK sends, such as `authorization`. */
  readonly headers?: readonly string[];
  /** Must hold 400, 401, 402, 429 and 500 besides whatever else the vendor documents. 500 is `ambiguous`. */
  readonly refusals: readonly RefusalCase[];
  readonly task?: TaskCase;
}
