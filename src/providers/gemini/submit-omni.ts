import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import { ProviderError, type ProviderContext, type Receipt, type Submitted, type VideoRequest } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { keepNotes } from '../receipt-notes.ts';
import { snapDuration } from '../snap-duration.ts';
import { callGemini, GEMINI, vendor } from './call-gemini.ts';
import { FRAMES_INPUT, inlinePictures } from './inline-pictures.ts';
import { Interaction } from './poll-omni.ts';
import { omniFlash } from './video-models.ts';

/** Has a clip made by an Omni model: an interaction in the background, kept at Google's until it is fetched. */
export async function submitOmni(request: VideoRequest, context: ProviderContext): Promise<Submitted> {
  const model = context.descriptor ?? omniFlash;
  const size = mapSize(model, request);
  const words = fitPrompt(model, request);
  const frames = [request.image, ...(request.lastImage ? [request.lastImage] : [])];
  const { inline } = await inlinePictures(frames, FRAMES_INPUT, context);
  const body = {
    model: request.model,
    background: true,
    store: true, // or there is nothing to ask for after a restart
    input: [
      ...inline.map(({ mimeType, data }) => ({ type: 'image', data, mime_type: mimeType })),
      { type: 'text', text: promptOf(words.text, request) },
    ],
    response_format: [
      {
        type: 'video',
        ...size.fields,
        duration: `${Math.round(snapDuration(model.durations, request.durationS))}s`,
        delivery: 'uri', // more than 4 MB do not fit into an answer
      },
    ],
    generation_config: { video_config: { task: 'image_to_video' } },
    labels: { generation: labelOf(request.generationId) },
  };
  const answer = await callGemini({ method: 'POST', path: '/interactions', body, paid: true }, context);
  const { id } = readAnswer(vendor, answer, Interaction, { paid: true });
  const extra = keepNotes([...size.notes, ...words.notes]);
  const receipt: Receipt = { v: 1, provider: GEMINI, model: request.model, id, submittedAt: Date.now(), extra };
  return { status: 'receipt', receipt };
}

/**
 * Which picture is what is said by tags: there is no field for it. Unless it is told otherwise, the model cuts between
 * shots. [DOC ai.google.dev/gemini-api/docs/omni, 2026-09-18]
 */
function promptOf(words: string, { lastImage }: VideoRequest): string {
  const tags = lastImage ? '<FIRST_FRAME> <LAST_FRAME>' : '<FIRST_FRAME>';
  return `${tags} ${words}\n\nContinuous single shot, no cuts.`;
}

/** Lower case, digits, `_` and `-`, 63 at most; FACTS section 6. */
function labelOf(generationId: string): string {
  return generationId
    .toLowerCase()
    .replaceAll(/[^\w-]/g, '_')
    .slice(0, 63);
}

/** Asks Google to stop. */
export async function cancelOmni({ id }: Receipt, context: ProviderContext): Promise<'cancelled' | 'too_late'> {
  try {
    const path = `/interactions/${encodeURIComponent(id)}/cancel`;
    const { json } = await callGemini({ method: 'POST', path }, context);
    const { data } = Interaction.safeParse(json);
    const isOver = data !== undefined && ['completed', 'failed', 'incomplete', 'budget_exceeded'].includes(data.status);
    return isOver ? 'too_late' : 'cancelled';
  } catch (error) {
    // 400 or 409: it has ended; 404: it is forgotten. A bad key is a 400 too.
    const isOver = error instanceof ProviderError && [400, 404, 409].includes(error.facts.http ?? 0);
    if (isOver && error.kind !== 'invalid_key') return 'too_late';
    throw error;
  }
}
