import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ProviderError, type MediaOutput, type PollState, type ProviderContext, type Receipt } from '../provider.ts';
import { notesOf } from '../receipt-notes.ts';
import { askOrNull, GEMINI, readFree } from './call-gemini.ts';
import { fileNamed } from './download.ts';
import { taskFailure } from './task-failure.ts';
import { GoogleFile } from './upload-file.ts';

const Code = z.union([z.number(), z.string()]).optional();

const Content = z.object({
  type: z.string().optional(),
  text: z.string().optional(),
  data: z.string().optional(),
  uri: z.string().optional(),
  mime_type: z.string().optional(),
});

/** An interaction as REST tells it; `output_video` is added by the SDKs alone. */
export const Interaction = z.object({
  id: z.string().min(1),
  status: z.string(),
  steps: z
    .array(
      z.object({
        type: z.string().optional(),
        content: z.array(Content).optional(),
        error: z.object({ code: Code, message: z.string().optional() }).nullish(),
      }),
    )
    .optional(),
  errors: z.array(z.object({ code: Code, message: z.string().optional() })).optional(),
});
export type Interaction = z.infer<typeof Interaction>;

const LOOK_AGAIN_MS = 5000; // Google's own examples wait as long
const MAX_ANSWER_BYTES = 64e6; // results that come inside the answer are up to 4 MB; the pictures may come back with them

/** What has become of an interaction. */
export async function pollOmni(receipt: Receipt, context: ProviderContext): Promise<PollState> {
  const path = `/interactions/${encodeURIComponent(receipt.id)}`;
  const found = await askOrNull({ method: 'GET', path, maxBytes: MAX_ANSWER_BYTES }, [404], context);
  if (!found) return { status: 'lost' }; // forgotten after 48 hours
  const interaction = readFree(Interaction, found);
  switch (interaction.status) {
    case 'cancelled':
      return { status: 'cancelled' };
    case 'completed':
    case 'incomplete':
      return resultOf(interaction, receipt, context);
    case 'failed':
      return { status: 'failed', error: failureOf(interaction, receipt) };
    case 'budget_exceeded': {
      const message = wordsOf(interaction) || 'the budget of the account is used up';
      return { status: 'failed', error: new ProviderError('quota', GEMINI, message, { model: receipt.model }) };
    }
    case 'requires_action':
    case 'requires_continuation': {
      const message = 'it waits for something that is not given here';
      return { status: 'failed', error: taskFailure(message, { model: receipt.model, code: interaction.status }) };
    }
    default:
      return { status: 'pending', pollAfterMs: LOOK_AGAIN_MS }; // queued, in_progress, and what is yet to be named
  }
}

/** The clip, once its file is there; what an interaction ended with in place of a clip is why there is none. */
async function resultOf(interaction: Interaction, receipt: Receipt, context: ProviderContext): Promise<PollState> {
  const made = (interaction.steps ?? []).filter(({ type }) => type !== 'user_input');
  const clip = made
    .flatMap(({ content = [] }) => content)
    .findLast((one) => one.type === 'video' && (one.uri ?? one.data));
  if (!clip) return { status: 'failed', error: failureOf(interaction, receipt) };
  const said = { mime: clip.mime_type ?? 'video/mp4', notes: notesOf(receipt) };
  if (clip.uri === undefined) return done({ ...said, path: await written(clip.data ?? '', context) });
  const name = fileNamed(clip.uri);
  if (name === null) return done({ ...said, url: clip.uri });
  // Google answers 403 to files that are no more [K]
  const found = await askOrNull({ method: 'GET', path: `/${name}` }, [403, 404], context);
  if (!found) return { status: 'lost' };
  const { state, error } = readFree(GoogleFile, found);
  if (state === 'ACTIVE') return done({ ...said, url: clip.uri });
  if (state !== 'FAILED') return { status: 'pending', pollAfterMs: LOOK_AGAIN_MS };
  const why = error?.message ?? 'the clip could not be stored';
  return { status: 'failed', error: taskFailure(why, { model: receipt.model, code: error?.code }) };
}

function done(output: MediaOutput): PollState {
  return { status: 'done', outputs: [output] };
}

async function written(base64: string, { scratch }: ProviderContext): Promise<string> {
  const path = join(scratch, `${randomUUID()}.mp4`);
  await writeFile(path, base64, 'base64');
  return path;
}

/** Everything that is said of what went wrong, or in place of a clip. */
function wordsOf({ steps = [], errors = [] }: Interaction): string {
  const faults = [...errors, ...steps.flatMap(({ error }) => error ?? [])].flatMap(({ message }) => message ?? []);
  if (faults.length > 0) return faults.join(' ');
  const outputs = steps.filter(({ type }) => type === 'model_output').flatMap(({ content = [] }) => content);
  return outputs.flatMap(({ text }) => text ?? []).join(' ');
}

function failureOf(interaction: Interaction, receipt: Receipt): ProviderError {
  const { steps = [], errors = [], status } = interaction;
  const code = [...errors, ...steps.flatMap(({ error }) => error ?? [])].find(
    (fault) => fault.code !== undefined,
  )?.code;
  const words = wordsOf(interaction);
  // Words in place of a clip, where nothing failed, are the model declining.
  if (code === undefined && status === 'completed' && words !== '') {
    return new ProviderError('moderated', GEMINI, words, { model: receipt.model, vendorCode: 'NO_VIDEO' });
  }
  return taskFailure(words || 'it ended without a clip', { model: receipt.model, code });
}
