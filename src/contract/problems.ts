/** What a caller can do about a failure; the worker reads it to decide whether to try again. */
export type Retry = 'never' | 'later' | 'after-change' | 'ask';

interface ProblemKind {
  /** HTTP status of the answer. */
  readonly status: number;
  readonly retry: Retry;
  /** One sentence for the user, saying what to do. `{name}` is filled from the problem's facts. */
  readonly sentence: string;
}

/** The closed list of everything that can go wrong; nobody matches on message text. */
export const problems = {
  invalid_input: { status: 400, retry: 'after-change', sentence: 'Something in the request is not valid: {reason}.' },
  malformed_json: { status: 400, retry: 'after-change', sentence: 'The request body is not valid JSON: mend it.' },
  malformed_form: {
    status: 400,
    retry: 'after-change',
    sentence: 'The form could not be read ({reason}): send it again as multipart/form-data.',
  },
  // This sentence and that of invalid_credentials are documented word for word.
  no_file: { status: 400, retry: 'after-change', sentence: 'No file uploaded' },
  unauthenticated: { status: 401, retry: 'after-change', sentence: 'Sign in, or send a valid token.' },
  refresh_raced: {
    status: 401,
    retry: 'after-change',
    sentence: 'This refresh token has just been exchanged by another request of yours: go on with what that one got.',
  },
  invalid_credentials: { status: 401, retry: 'after-change', sentence: 'Invalid credentials' },
  wrong_password: { status: 403, retry: 'after-change', sentence: 'That is not the current password: try again.' },
  cross_origin: {
    status: 403,
    retry: 'after-change',
    sentence: 'A cookie is good for changes from this server’s own pages only: send a token instead.',
  },
  registration_closed: {
    status: 403,
    retry: 'after-change',
    sentence: 'This server takes no new accounts: ask whoever runs it (SCENEWRIGHT_REGISTRATION).',
  },
  email_taken: {
    status: 409,
    retry: 'after-change',
    sentence: 'There is an account with this email address already: sign in, or use another.',
  },
  rate_limited: {
    status: 429,
    retry: 'later',
    sentence: 'Too many attempts: try again in {retryAfterS} seconds.',
  },
  out_of_scope: {
    status: 403,
    retry: 'after-change',
    sentence: 'This token is not enough here ({scope}): use one with that scope, or sign in.',
  },
  person_needed: {
    status: 403,
    retry: 'after-change',
    sentence: 'An API token cannot do this: sign in with your password.',
  },
  not_found: { status: 404, retry: 'never', sentence: 'There is no {what} here.' },
  method_not_allowed: { status: 405, retry: 'never', sentence: '{method} is not possible here: use {allow}.' },
  conflict: { status: 409, retry: 'after-change', sentence: '{reason}.' },
  stale: { status: 412, retry: 'after-change', sentence: 'It was changed in the meantime: reload, then save again.' },
  too_large: { status: 413, retry: 'after-change', sentence: '{what} is too large: at most {limit}.' },
  unsupported_media: { status: 415, retry: 'after-change', sentence: '{name} cannot be used: {reason}.' },
  request_timeout: { status: 408, retry: 'later', sentence: 'The request took too long to arrive: send it again.' },
  headers_too_large: {
    status: 431,
    retry: 'after-change',
    sentence: 'The headers are too large: at most 16 kB together.',
  },
  range_not_satisfiable: {
    status: 416,
    retry: 'after-change',
    sentence: 'The file ends before that: it has {sizeBytes} bytes.',
  },
  idempotency_mismatch: {
    status: 422,
    retry: 'after-change',
    sentence: 'This Idempotency-Key was used for another request: take a new key for a new request.',
  },
  budget_exceeded: {
    status: 402,
    retry: 'after-change',
    sentence:
      'This may cost {estimate}, and the budget of this {budget} has {left} left: raise it, or use a free engine.',
  },
  price_unknown: {
    status: 402,
    retry: 'after-change',
    sentence:
      'What {model} at {provider} costs is not known, and this {budget} has a budget: add the price to the catalogue, lift the budget, or use a free engine.',
  },
  scene_has_no_picture: {
    status: 409,
    retry: 'after-change',
    sentence: 'The scene at index {sceneIndex} has no picture yet: make one, or upload your own, first.',
  },
  scene_not_approved: {
    status: 409,
    retry: 'after-change',
    sentence: 'The scene at index {sceneIndex} has no approved picture: approve one first.',
  },
  work_has_no_scenes: {
    status: 409,
    retry: 'after-change',
    sentence: 'The work has no scenes yet: write a scenario first.',
  },
  work_has_no_reference: {
    status: 409,
    retry: 'after-change',
    sentence: 'The work has no reference video yet: upload one first.',
  },
  work_has_no_analysis: {
    status: 409,
    retry: 'after-change',
    sentence: 'The work has no analysis yet: bring a reference video and have it analysed first.',
  },
  cancelled: { status: 409, retry: 'never', sentence: 'It was cancelled.' },
  stopped_too_often: {
    status: 500,
    retry: 'after-change',
    sentence:
      'The server stopped {count} times while this was made, and it came no further: make it smaller, then start it again.',
  },
  interrupted: { status: 503, retry: 'later', sentence: 'It was interrupted and goes on by itself.' },
  still_running: { status: 504, retry: 'later', sentence: 'It is still running: ask for the job {jobId} again.' },
  submission_uncertain: {
    status: 502,
    retry: 'ask',
    sentence: 'It is not known whether {provider} took the job ({reason}): look again, or say that it failed.',
  },
  provider_invalid_key: {
    status: 502,
    retry: 'after-change',
    sentence: '{provider} refused the key: check it, and send it again.',
  },
  provider_quota: {
    status: 502,
    retry: 'after-change',
    sentence: 'The account at {provider} is out of credit: top it up, or choose another engine.',
  },
  provider_rate_limited: {
    status: 429,
    retry: 'later',
    sentence: '{provider} asks to slow down: it is tried again by itself.',
  },
  provider_moderated: {
    status: 502,
    retry: 'after-change',
    sentence: '{provider} refused the prompt ({reason}): edit it and try again.',
  },
  provider_invalid_input: {
    status: 502,
    retry: 'after-change',
    sentence: '{provider} does not accept the request ({reason}): change it, or choose another model.',
  },
  provider_transient: { status: 502, retry: 'later', sentence: '{provider} has trouble: it is tried again by itself.' },
  provider_permanent: {
    status: 502,
    retry: 'after-change',
    sentence: '{provider} could not do it ({reason}): try again, or choose another model.',
  },
  unknown_provider: {
    status: 400,
    retry: 'after-change',
    sentence: 'There is no provider {provider} for {role}: choose one that GET /api/providers lists.',
  },
  unknown_model: {
    status: 400,
    retry: 'after-change',
    sentence: 'There is no model {model} for {role} at {provider}.',
  },
  model_missing: {
    status: 400,
    retry: 'after-change',
    sentence: '{provider} has no {role} model of its own: name one as x-model-id, or set one in the settings.',
  },
  provider_key_missing: {
    status: 400,
    retry: 'after-change',
    sentence:
      '{provider} needs a key: send it as {header}, store it in the settings, or choose an engine that needs none.',
  },
  url_refused: {
    status: 400,
    retry: 'after-change',
    sentence: 'The address {url} is not fetched: {reason}.',
  },
  media_unreadable: { status: 415, retry: 'after-change', sentence: '{name} cannot be read: {reason}.' },
  not_made_yet: { status: 504, retry: 'later', sentence: 'The {what} is still being made: ask again in a moment.' },
  asset_missing: {
    status: 409,
    retry: 'after-change',
    sentence: 'The edit shows the asset {assetId}, which was deleted: take it out of the edit, or show another.',
  },
  media_missing: {
    status: 404,
    retry: 'never',
    sentence: 'The media {sha256} is not in the store any more: make or upload it again.',
  },
  clip_damaged: {
    status: 409,
    retry: 'after-change',
    sentence: '{name} of the edit is damaged and cannot be read: make or upload it again, or take it out.',
  },
  ffmpeg_missing: {
    status: 500,
    retry: 'after-change',
    sentence: 'No usable FFmpeg was found ({reason}): install FFmpeg 5.1 or newer, or set FFMPEG_PATH.',
  },
  ffmpeg_failed: { status: 500, retry: 'later', sentence: 'FFmpeg failed while {doing}: {reason}.' },
  cut_outside_clip: { status: 400, retry: 'after-change', sentence: 'A clip can only be cut strictly inside it.' },
  data_directory_busy: {
    status: 500,
    retry: 'later',
    sentence:
      'The data directory {path} is in use by another Scenewright{owner}: stop it, or choose another with SCENEWRIGHT_DATA.',
  },
  database_not_durable: {
    status: 500,
    retry: 'never',
    sentence:
      'The embedded database does not sync to disk, so nothing would be safe: use the pinned PGlite version, or DATABASE_URL.',
  },
  database_newer: {
    status: 500,
    retry: 'after-change',
    sentence: 'The database was written by a newer Scenewright ({found}): update the program.',
  },
  disk_low: { status: 507, retry: 'later', sentence: 'Only {free} is free on the disk of {path}: make room first.' },
  bad_configuration: { status: 500, retry: 'after-change', sentence: '{reason}.' },
  internal: { status: 500, retry: 'later', sentence: 'Something went wrong here; the log has it under {requestId}.' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;

/** Facts that fill a problem's sentence and travel in `details`; never a key, never a whole prompt. */
export type ProblemFacts = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** The one error we throw. Its message is the sentence for the user. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}, options: { cause?: unknown } = {}) {
    super(fillSentence(problems[code].sentence, facts), options);
    this.name = 'Problem';
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return problems[this.code].status;
  }

  get retry(): Retry {
    return problems[this.code].retry;
  }
}

function fillSentence(sentence: string, facts: ProblemFacts): string {
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    if (fact === undefined || fact === null) return name === 'owner' ? '' : whole;
    // A reason is often a whole sentence of somebody else's: its full stop gives way to ours.
    return name === 'reason' ? String(fact).replace(/(?<!\.)\.\s*$/, '') : String(fact);
  });
  return filled.replace(/\.{4}$/, '...');
}
