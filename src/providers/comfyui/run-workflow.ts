import { callVendor } from '../call-vendor.ts';
import {
  ProviderError,
  type ImageRequest,
  type LostSubmit,
  type MediaAdapter,
  type MediaInput,
  type PollState,
  type ProviderContext,
  type Receipt,
  type Submitted,
  type VideoRequest,
} from '../provider.ts';
import { keepNotes, notesOf } from '../receipt-notes.ts';
import { bindWorkflow } from './bind-workflow.ts';
import { cancelJob } from './cancel-job.ts';
import { chooseOutput } from './choose-output.ts';
import { ComfySettings } from './comfy-settings.ts';
import { comfyuiVendor } from './comfyui-vendor.ts';
import { findPlaces } from './find-places.ts';
import { lookForJob } from './look-for-job.ts';
import { chosenOutput } from './output-nodes.ts';
import { promptId } from './prompt-id.ts';
import { uploadPicture } from './upload-picture.ts';
import { workflowValues } from './workflow-values.ts';
import { Graph, type Binding, type Workflow, type WorkflowRole } from './workflow.ts';

const SUBMIT_TIMEOUT_MS = 60_000; // it only queues, but checks the whole graph first
const WAITING_POLL_MS = 2000;
const RUNNING_POLL_MS = 1500;

/** Makes a picture or a clip by the user's own workflow. */
export function runWorkflow(role: WorkflowRole): MediaAdapter<ImageRequest | VideoRequest> {
  return {
    submit: (request, context) => submit(role, request, context),
    poll: (receipt, context) => poll(role, receipt, context),
    cancel: (receipt, context) => cancelJob(receipt.id, context),
    find: (lost, context) => find(role, lost, context),
  };
}

async function submit(
  role: WorkflowRole,
  request: ImageRequest | VideoRequest,
  context: ProviderContext,
): Promise<Submitted> {
  const workflow = workflowOf(role, context);
  const graph = Graph.parse(workflow.graph);
  const values = workflowValues(role, request, workflow, graph);
  const takes = new Set(findPlaces(workflow, graph).map(({ binding }) => binding));
  const id = promptId(request.generationId);
  const receipt: Receipt = {
    v: 1,
    provider: comfyuiVendor.id,
    model: request.model,
    id,
    submittedAt: Date.now(),
    extra: {
      ...defined({ output: chosenOutput(workflow, graph) }),
      ...keepNotes(notesOn(role, request, takes, values)),
    },
  };
  // ComfyUI would make the same id twice. One that it has already is a submit whose answer was lost.
  if ((await lookForJob(id, context)) !== null) return { status: 'receipt', receipt };
  const pictures = await uploadPictures(request, takes, context);
  const prompt = bindWorkflow(workflow, graph, { ...values, ...pictures });
  const body = { prompt, prompt_id: id, client_id: 'scenewright' };
  await callVendor(
    comfyuiVendor,
    { method: 'POST', path: '/prompt', body, paid: true, timeoutMs: SUBMIT_TIMEOUT_MS },
    context,
  );
  return { status: 'receipt', receipt };
}

async function poll(role: WorkflowRole, receipt: Receipt, context: ProviderContext): Promise<PollState> {
  const job = await lookForJob(receipt.id, context);
  switch (job?.status) {
    case undefined:
      return { status: 'lost' };
    case 'waiting':
      return { status: 'pending', pollAfterMs: WAITING_POLL_MS };
    case 'running':
      return { status: 'pending', pollAfterMs: RUNNING_POLL_MS };
    case 'cancelled':
      return { status: 'cancelled' };
    case 'failed':
      return failed(job.message, job.code);
    case 'done': {
      const file = chooseOutput(role, job.outputs, receipt.extra?.['output']);
      if (file === null) return failed(`The workflow ended without a ${role === 'image' ? 'picture' : 'video'}.`);
      const { filename, subfolder, type, mime } = file;
      const url = `${context.baseUrl ?? ''}/view?${new URLSearchParams({ filename, subfolder, type }).toString()}`;
      return { status: 'done', outputs: [{ mime, url, notes: notesOf(receipt) }] };
    }
  }
}

/** ComfyUI has a job in its memory the moment it takes it: what it does not know was not taken, or is forgotten for good. */
async function find(
  role: WorkflowRole,
  { generationId, model, submittingAt }: LostSubmit,
  context: ProviderContext,
): Promise<Receipt | 'none'> {
  const id = promptId(generationId);
  if ((await lookForJob(id, context)) === null) return 'none';
  const workflow = ComfySettings.safeParse(context.settings).data?.workflows[role];
  const output = workflow && chosenOutput(workflow, Graph.parse(workflow.graph));
  return { v: 1, provider: comfyuiVendor.id, model, id, submittedAt: submittingAt, extra: defined({ output }) };
}

function failed(message: string, vendorCode?: string): PollState {
  const facts = vendorCode === undefined ? {} : { vendorCode };
  return { status: 'failed', error: new ProviderError('permanent', comfyuiVendor.id, message, facts) };
}

function workflowOf(role: WorkflowRole, { settings }: ProviderContext): Workflow {
  const parsed = ComfySettings.safeParse(settings ?? {});
  const workflow = parsed.data?.workflows[role];
  if (workflow) return workflow;
  const what = role === 'image' ? 'a picture' : 'a clip';
  const why = parsed.success
    ? `ComfyUI has no workflow for ${what} yet: export one by Export (API) and put it into the settings of ComfyUI, as workflows.${role}.`
    : `The workflow in the settings of ComfyUI cannot be used: ${parsed.error.issues[0]?.message ?? 'it is damaged'}`;
  throw new ProviderError('invalid_input', comfyuiVendor.id, why);
}

async function uploadPictures(
  request: ImageRequest | VideoRequest,
  takes: ReadonlySet<Binding>,
  context: ProviderContext,
): Promise<Partial<Record<'image' | 'last_image', string>>> {
  const first = 'image' in request ? request.image : request.references[0];
  const last = 'image' in request ? request.lastImage : undefined;
  const upload = async (binding: Binding, picture: MediaInput | undefined): Promise<string | undefined> => {
    if (!takes.has(binding)) return undefined;
    if (picture) return uploadPicture(picture, context);
    const what = binding === 'image' ? 'a reference picture' : 'a last picture';
    throw new ProviderError('invalid_input', comfyuiVendor.id, `The workflow needs ${what}, and the scene has none.`);
  };
  return defined({ image: await upload('image', first), last_image: await upload('last_image', last) });
}

function notesOn(
  role: WorkflowRole,
  request: ImageRequest | VideoRequest,
  takes: ReadonlySet<Binding>,
  made: { readonly width: number; readonly height: number },
): string[] {
  const isSmaller = takes.has('width') && made.width * made.height < request.width * request.height * 0.9;
  const given = 'image' in request ? 0 : request.references.length;
  const used = takes.has('image') ? 1 : 0;
  const isLastLeft = 'image' in request && request.lastImage !== undefined && !takes.has('last_image');
  return [
    ...(isSmaller ? [`It was made at ${made.width}×${made.height}, and the film enlarges it.`] : []),
    ...(given > used
      ? [
          `The workflow takes ${used === 0 ? 'no reference picture' : 'one reference picture'}: ${given - used} left out.`,
        ]
      : []),
    ...(isLastLeft ? ['The workflow takes no last picture: it was left out.'] : []),
    ...(role === 'video' && !takes.has('frames') && !takes.has('duration')
      ? ['The workflow says itself how long its clip is.']
      : []),
  ];
}

function defined<K extends string>(values: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<K, string>
  >;
}
