import type { RequestPreview } from '#contract/request-preview.ts';
import type { TakeKind } from '#contract/take.ts';
import { descriptorFor } from '#providers/descriptor-for.ts';
import { fitPrompt } from '#providers/fit-prompt.ts';
import { mapSize } from '#providers/map-size.ts';
import { referenceWords } from '#providers/reference-words.ts';
import { retirementNote } from '#providers/retirement-note.ts';
import { snapDuration } from '#providers/snap-duration.ts';
import { getTake, type TakeRow } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { chooseToEstimate } from '../costs/choose-to-estimate.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeImageRequest, type SceneInFilm } from '../generation/compose-image-request.ts';
import { clipBeforePicture, composeVideoRequest } from '../generation/compose-video-request.ts';
import { rehearseCall } from '../generation/rehearse-call.ts';
import type { World } from '../world.ts';
import { pictureIdOf } from './present-inputs.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { shownTake } from './shown-take.ts';

/** What is to be shown of a request that nobody has made yet. */
interface WantedPreview {
  readonly kind: TakeKind;
  /** In place of the scene's own, where they are not saved yet. */
  readonly words: Readonly<Record<'imagePrompt' | 'negativePrompt' | 'videoPrompt', string | undefined>>;
  readonly lastTakeId?: string | undefined;
  /** Also the call itself. */
  readonly literal?: boolean | undefined;
}

const ANY_SEED = 0; // each take gets a seed of its own when it is asked for

/**
 * What a model would be asked for a picture or clip of a scene, composed as it is when it is asked; nothing is sent.
 *
 * @throws Problem `not_found`, `media_missing`, those of choosing a model but for a missing key
 */
export async function previewRequest(
  world: World,
  actor: Actor,
  place: { readonly workId: string; readonly sceneIndex: number },
  choice: ModelChoice,
  { kind, words, lastTakeId, literal = false }: WantedPreview,
): Promise<RequestPreview> {
  const saved = await sceneInFilm(world, place.workId, place.sceneIndex);
  const film = { ...saved, scene: { ...saved.scene, ...given(words) } };
  const { chosen, says } = await chooseToEstimate(world, actor, kind, choice);
  const { provider } = chosen;
  const model = descriptorFor(provider, kind, chosen.model.id);
  const pictures = await picturesOf(world, film, kind, lastTakeId);
  const composed = compose(film, kind, pictures);
  const sent = composed.request?.references.slice(0, kind === 'image' ? (model?.input?.maxReferences ?? 0) : 0) ?? [];
  const whole = `${composed.prompt.trim()}${kind === 'image' ? referenceWords(sent) : ''}`;
  const fitted = fitPrompt(model, { ...composed, prompt: whole });
  const size = mapSize(model, composed);
  const isLastSent = model?.input?.lastFrame === true;
  const isDirect = kind === 'image' && film.work.assetUsageMode === 'direct';
  const rehearsed =
    literal && composed.request && !isDirect
      ? await rehearseCall(world, actor, provider, {
          role: kind,
          model: chosen.model.id,
          request: composed.request,
          workId: place.workId,
        })
      : { call: null, refusal: null };
  const retired = retirementNote(model, world.clock.nowMs());
  return {
    kind,
    provider: provider.id,
    providerName: provider.label,
    model: chosen.model.id,
    modelName: model?.name ?? chosen.model.id,
    prompt: fitted.text,
    promptMax: model?.input?.promptMax ?? null,
    negativePrompt: composed.negativePrompt,
    negativePromptGoes: model?.negativePrompt ?? 'none',
    width: composed.width,
    height: composed.height,
    sizeFields: { ...size.fields },
    sceneDurationS: composed.durationS,
    askedDurationS: composed.durationS === null ? null : snapDuration(model?.durations, composed.durationS),
    references: (kind === 'image' ? (composed.request?.references ?? []) : []).map((reference, at) => ({
      name: reference.name ?? null,
      assetId: film.assets.find(({ sha256 }) => sha256 === reference.sha256)?.id ?? null,
      takeId: null,
      isSent: at < sent.length,
    })),
    firstFrame: pictures.first && frameOf(pictures.first, true),
    lastFrame: pictures.last && frameOf(pictures.last, isLastSent),
    takesSeed: model?.seed === true,
    notes: [
      ...says,
      ...(retired === null ? [] : [retired]),
      ...(rehearsed.refusal === null ? [] : [`${provider.label} would refuse it: ${rehearsed.refusal}.`]),
      ...(isDirect ? ['Your own pictures are used as they are: no model is asked for a picture.'] : []),
      ...fitted.notes,
      ...size.notes,
      ...(pictures.last && !isLastSent ? ['The model takes no last picture: it is left out.'] : []),
    ],
    call: rehearsed.call,
  };
}

/** The fields that were given. */
function given(words: WantedPreview['words']): Partial<Record<keyof WantedPreview['words'], string>> {
  return Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined));
}

/** The pictures a clip would be made from. */
interface Frames {
  readonly first: TakeRow | null;
  readonly last: TakeRow | null;
}

async function picturesOf(
  world: Pick<World, 'database' | 'files'>,
  { scene, work }: SceneInFilm,
  kind: TakeKind,
  lastTakeId: string | undefined,
): Promise<Frames> {
  if (kind === 'image') return { first: null, last: null };
  const last = lastTakeId === undefined ? null : await getTake(world.database.kysely, lastTakeId);
  return {
    first: await shownTake(world, pictureIdOf(scene)),
    last: last?.workId === work.id && last.kind === 'image' ? last : null,
  };
}

/** The composed request; without a picture there is none of a clip, but its words and its length are known. */
function compose(film: SceneInFilm, kind: TakeKind, { first, last }: Frames) {
  if (kind === 'image') {
    const { request } = composeImageRequest(film, ANY_SEED);
    const { prompt, negativePrompt, width, height } = request;
    return { request, prompt, negativePrompt, width, height, durationS: null };
  }
  const clip = clipBeforePicture(film);
  return { ...clip, request: first && composeVideoRequest(film, first, ANY_SEED, last).request };
}

function frameOf({ id }: TakeRow, isSent: boolean): NonNullable<RequestPreview['firstFrame']> {
  return { name: null, assetId: null, takeId: id, isSent };
}
