import { randomUUID } from 'node:crypto';
import { smallResults } from '../chaos/media.ts';
import { openWire, type Answer, type Recorded } from '../wires/wire.ts';

/** How the vendor answers a submit, by the words it was sent. */
export interface Manners {
  /** Until a picture and a clip are ready. */
  pictureMs: number;
  clipMs: number;
  /**
   * What becomes of a submit: made; refused with a status and the vendor's words; taken, and the answer lost on the way;
   * taken, and failed in the making; lost without being taken.
   */
  fate: (submit: { readonly kind: 'image' | 'video'; readonly prompt: string; readonly nth: number }) => Fate;
}
export type Fate = 'made' | 'vanishes' | 'fails' | { readonly status: number; readonly error: string };

/** Runway, as its documents say it answers, on this machine. */
export interface TestVendor extends AsyncDisposable {
  readonly url: string;
  /** Submits that came in whole. */
  readonly submits: readonly Recorded[];
  readonly manners: Manners;
  /** Forgets all submits, and is well-mannered and quick again. */
  readonly reset: () => void;
}

interface Task {
  readonly kind: 'image' | 'video';
  readonly atMs: number;
  readonly readyAtMs: number;
  readonly fails: boolean;
  cancelled: boolean;
}

const quick = (): Manners => ({ pictureMs: 200, clipMs: 400, fate: () => 'made' });

/** Opens the vendor; what it makes are real files, small ones. */
export async function openTestVendor(): Promise<TestVendor> {
  const tasks = new Map<string, Task>();
  const submits: Recorded[] = [];
  const manners = quick();
  const { picture, clip } = await smallResults();

  const submit = (request: Recorded): Answer => {
    const kind = request.path.endsWith('text_to_image') ? 'image' : 'video';
    const prompt = String((request.json as { promptText?: string } | null)?.promptText ?? '');
    const nth = submits.push(request);
    const fate = manners.fate({ kind, prompt, nth });
    if (typeof fate === 'object') return { status: fate.status, json: { error: fate.error } };
    const id = randomUUID();
    const now = Date.now();
    const readyAtMs = now + (kind === 'image' ? manners.pictureMs : manners.clipMs);
    tasks.set(id, { kind, atMs: now, readyAtMs, fails: fate === 'fails', cancelled: false });
    return fate === 'vanishes' ? 'reset' : { json: { id } };
  };

  const stateOf = (id: string, task: Task, origin: string): Answer => {
    const facts = { id, createdAt: new Date(task.atMs).toISOString() };
    const now = Date.now();
    if (task.cancelled) return { json: { ...facts, status: 'CANCELLED' } };
    if (now < task.readyAtMs) {
      const progress = (now - task.atMs) / (task.readyAtMs - task.atMs);
      return { json: { ...facts, status: 'RUNNING', progress } };
    }
    if (task.fails) {
      const failure = { failure: 'An unexpected error occurred.', failureCode: 'INTERNAL.BAD_OUTPUT.CODE01' };
      return { json: { ...facts, status: 'FAILED', ...failure } };
    }
    const file = `${origin}/results/${id}.${task.kind === 'image' ? 'png' : 'mp4'}`;
    return { json: { ...facts, status: 'SUCCEEDED', output: [file] } };
  };

  const wire = await openWire((request) => {
    const [, version, noun, id = ''] = request.path.split('/');
    if (version === 'results') {
      const isClip = request.path.endsWith('.mp4');
      return { headers: { 'content-type': isClip ? 'video/mp4' : 'image/png' }, bytes: isClip ? clip : picture };
    }
    if (request.method === 'POST') return submit(request);
    if (noun === 'organization') {
      const isRevoked = String(request.headers['authorization']).includes('revoked');
      if (isRevoked) return { status: 401, json: { error: 'The API key was revoked.' } };
      return { json: { creditBalance: 1000, tier: { maxMonthlyCreditSpend: 10_000 } } };
    }
    const task = tasks.get(id);
    if (noun !== 'tasks' || !task) return { status: 404, json: { error: 'not found' } };
    if (request.method !== 'DELETE') return stateOf(id, task, request.origin);
    task.cancelled = true;
    return { status: 204 };
  });

  return {
    url: wire.url,
    submits,
    manners,
    reset: () => {
      submits.length = 0;
      Object.assign(manners, quick());
    },
    [Symbol.asyncDispose]: () => wire.close(),
  };
}
