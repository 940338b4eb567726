import { readFile, stat } from 'node:fs/promises';
import { ProviderError, type MediaInput, type ProviderContext } from '../provider.ts';
import type { AskStructured } from '../structured/structured-ask.ts';
import { tokenCost } from '../structured/token-cost.ts';
import { addressOf } from './address.ts';
import { GEMINI } from './call-gemini.ts';
import { generateContent, nothingToUse, type SentPart } from './generate-content.ts';
import { inlinePictures, PICTURE_INPUT } from './inline-pictures.ts';
import { deleteFile, uploadFile, type UploadedFile } from './upload-file.ts';

const INLINE_BYTES = 18e6; // base64 makes 24 MB of it in memory; Google takes 100 MB in a request, and 20 MB before 2026

/** A question to a Gemini model, held to a schema by the vendor itself; videos and sounds go as they are. */
export const askGemini: AskStructured = async (ask, context) => {
  const uploaded: UploadedFile[] = [];
  try {
    const parts = await partsOf(ask.media, uploaded, context);
    const content = await generateContent(
      context.model,
      {
        contents: [{ role: 'user', parts: [...parts, { text: ask.prompt }] }],
        systemInstruction: { parts: [{ text: ask.system }] },
        generationConfig: {
          responseMimeType: 'application/json',
          responseJsonSchema: ask.schema,
          maxOutputTokens: ask.maxOutputTokens,
        },
      },
      context,
    );
    const costMicroUsd = tokenCost(content.usage, context.descriptor);
    const cost = costMicroUsd === undefined ? {} : { costMicroUsd };
    if (content.finishReason !== 'STOP' || content.text === '') {
      throw nothingToUse(content, { model: context.model, ...cost });
    }
    return { value: parsed(content.text), ...cost };
  } finally {
    for (const { name } of uploaded) await deleteFile(name, context);
  }
};

/** What is to be looked at, inside the request where it is small, else as a file of its own; remembered to be deleted. */
async function partsOf(
  media: readonly MediaInput[],
  uploaded: UploadedFile[],
  context: ProviderContext,
): Promise<SentPart[]> {
  const pictures = media.filter(({ mime }) => mime.startsWith('image/'));
  const { inline } = await inlinePictures(pictures, { ...PICTURE_INPUT, maxReferences: pictures.length }, context);
  const parts: SentPart[] = inline.map((inlineData) => ({ inlineData }));
  for (const one of media.filter((given) => !pictures.includes(given))) {
    const { size } = await stat(one.path);
    if (size <= INLINE_BYTES) {
      parts.push({ inlineData: { mimeType: one.mime, data: await readFile(one.path, 'base64') } });
      continue;
    }
    if (addressOf(context).isVertex) {
      throw new ProviderError(
        'invalid_input',
        GEMINI,
        'Vertex AI takes no more than 18 MB here: cut the video shorter',
      );
    }
    const file = await uploadFile(one, context);
    uploaded.push(file);
    parts.push({ fileData: { mimeType: file.mimeType, fileUri: file.uri } });
  }
  return parts;
}

/** JSON, which the vendor promises; null where it broke the promise, for the checks of the question to tell. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
