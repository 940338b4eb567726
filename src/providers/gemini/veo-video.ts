import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { mapSize } from '../map-size.ts';
import {
  ProviderError,
  type MediaOutput,
  type PollState,
  type ProviderContext,
  type Receipt,
  type Submitted,
  type VideoRequest,
} from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { keepNotes, notesOf } from '../receipt-notes.ts';
import { snapDuration } from '../snap-duration.ts';
import { addressOf, modelPath } from './address.ts';
import { askOrNull, callGemini, GEMINI, readFree, vendor } from './call-gemini.ts';
import { FRAMES_INPUT, inlinePictures } from './inline-pictures.ts';
import { taskFailure } from './task-failure.ts';
import { veo } from './video-models.ts';

/*
 * The wire of Veo, which the Gemini API no longer serves: for gateways that do, and for Vertex AI, where it is polled by
 * another call and answers with the bytes. Written after google/ai/generativelanguage/v1beta/prediction_service.proto and
 * FACTS section 3; nobody has tried it on Vertex AI from here.
 */

/** Has a clip made by a Veo model. */
export async function submitVeo(request: VideoRequest, context: ProviderContext): Promise<Submitted> {
  // A model that nobody lists is described as the newest of the provider's, which is no Veo.
  const model = context.descriptor?.sizes?.portrait.fields['aspectRatio'] ? context.descriptor : veo;
  const frames = [request.image, ...(request.lastImage ? [request.lastImage] : [])];
  const { inline } = await inlinePictures(frames, FRAMES_INPUT, context);
  const [image, lastFrame] = inline.map(({ mimeType, data }) => ({ bytesBase64Encoded: data, mimeType }));
  const instance = { prompt: request.prompt, image, ...(lastFrame ? { lastFrame } : {}) };
  const size = mapSize(model, request);
  const parameters = {
    ...size.fields,
    durationSeconds: snapDuration(model.durations, request.durationS),
    sampleCount: 1,
    ...(request.negativePrompt ? { negativePrompt: request.negativePrompt } : {}),
    // Both are fields of Vertex AI alone; the Gemini API always adds sound.
    ...(addressOf(context).isVertex ? { seed: request.seed >>> 0, generateAudio: true } : {}),
  };
  const body = { instances: [instance], parameters };
  const path = modelPath(request.model, 'predictLongRunning');
  const answer = await callGemini({ method: 'POST', path, body, paid: true }, context);
  const { name } = readAnswer(vendor, answer, z.object({ name: OperationName }), { paid: true });
  const extra = keepNotes(size.notes);
  const receipt: Receipt = { v: 1, provider: GEMINI, model: request.model, id: name, submittedAt: Date.now(), extra };
  return { status: 'receipt', receipt };
}

/** Such as `models/veo-3.1-generate-preview/operations/abc`; it becomes a path, so that it must be nothing else. */
const OperationName = z.string().regex(/^\w[\w.@-]*(?:\/\w[\w.@-]*)*$/);

const Code = z.union([z.number(), z.string()]).optional();

const Filtered = {
  raiMediaFilteredCount: z.number().optional(),
  raiMediaFilteredReasons: z.array(z.string()).optional(),
};

const Operation = z.object({
  done: z.boolean().optional(),
  error: z.object({ code: Code, message: z.string().optional() }).nullish(),
  response: z
    .object({
      // of the Gemini API
      generateVideoResponse: z
        .object({
          ...Filtered,
          generatedSamples: z
            .array(
              z.object({ video: z.object({ uri: z.string().optional(), video: z.string().optional() }).optional() }),
            )
            .optional(),
        })
        .optional(),
      // of Vertex AI
      ...Filtered,
      videos: z
        .array(z.object({ bytesBase64Encoded: z.string().optional(), mimeType: z.string().optional() }))
        .optional(),
    })
    .optional(),
});

const LOOK_AGAIN_MS = 10_000; // Google's own examples wait as long [K]
const MAX_ANSWER_BYTES = 200e6; // Vertex AI puts the clip inside: eight seconds of 4K are about 60 MB, in base64 a third more

/** What has become of an operation. */
export async function pollVeo(receipt: Receipt, context: ProviderContext): Promise<PollState> {
  const { model, id } = receipt;
  const found = await askOrNull({ ...lookAt(receipt, context), maxBytes: MAX_ANSWER_BYTES }, [404], context);
  if (!found) return { status: 'lost' };
  const { done, error, response } = readFree(Operation, found);
  if (error) {
    return { status: 'failed', error: taskFailure(error.message ?? `${id} failed`, { model, code: error.code }) };
  }
  if (done !== true) return { status: 'pending', pollAfterMs: LOOK_AGAIN_MS };
  const [sample] = response?.generateVideoResponse?.generatedSamples ?? [];
  const notes = notesOf(receipt);
  if (sample?.video?.uri !== undefined) return ended({ mime: 'video/mp4', url: sample.video.uri, notes });
  const [inside] = response?.videos ?? [];
  const bytes = sample?.video?.video ?? inside?.bytesBase64Encoded;
  if (bytes !== undefined) {
    const path = join(context.scratch, `${randomUUID()}.mp4`);
    await writeFile(path, bytes, 'base64');
    return ended({ mime: inside?.mimeType ?? 'video/mp4', path, notes });
  }
  return { status: 'failed', error: withoutClip(response, model) };
}

/** Vertex AI is asked by a call of its own. */
function lookAt({ model, id }: Receipt, context: ProviderContext): Parameters<typeof askOrNull>[0] {
  if (!addressOf(context).isVertex) return { method: 'GET', path: `/${id}` };
  return { method: 'POST', path: modelPath(model, 'fetchPredictOperation'), body: { operationName: id } };
}

function ended(output: MediaOutput): PollState {
  return { status: 'done', outputs: [output] };
}

function withoutClip(response: z.infer<typeof Operation>['response'], model: string): ProviderError {
  const { raiMediaFilteredCount = 0, raiMediaFilteredReasons = [] } = response?.generateVideoResponse ?? response ?? {};
  if (raiMediaFilteredCount === 0 && raiMediaFilteredReasons.length === 0) {
    return taskFailure('it ended without a clip', { model });
  }
  const why = raiMediaFilteredReasons.join(' ') || 'the clip was withheld';
  return new ProviderError('moderated', GEMINI, why, { model, vendorCode: 'RAI_MEDIA_FILTERED' });
}
