/*
 * What a take was made from, as text to be hashed where there is a hash function. Model and seed are left out on purpose: another
 * engine or another throw of the dice does not mean that the scene has changed. A reuse of the same generation asks for them beside it.
 */

/** What a picture is made from. The prompt is the composed one, so that a changed style guide counts. */
export interface ImageInputs {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly width: number;
  readonly height: number;
  /** In the order they are given. */
  readonly referenceSha256s: readonly string[];
}

/** What a clip is made from. */
export interface VideoInputs {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly width: number;
  readonly height: number;
  readonly imageSha256: string;
  readonly lastImageSha256?: string | undefined;
  readonly durationS: number;
}

/** The inputs of a picture as canonical JSON. */
export function inputsOfImage(inputs: ImageInputs): string {
  return canonicalJson({
    v: 1,
    kind: 'image',
    ...inputs,
    prompt: inputs.prompt.trim(),
    negativePrompt: inputs.negativePrompt.trim(),
  });
}

/** The inputs of a clip as canonical JSON. */
export function inputsOfVideo(inputs: VideoInputs): string {
  return canonicalJson({
    v: 1,
    kind: 'video',
    ...inputs,
    prompt: inputs.prompt.trim(),
    negativePrompt: inputs.negativePrompt.trim(),
  });
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** JSON whose bytes depend on the values alone: keys sorted, unset ones left out. */
function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter((entry) => entry[1] !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item as Json)}`).join(',')}}`;
}
