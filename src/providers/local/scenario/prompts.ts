import type { StyleGuide } from '#contract/style-guide.ts';
import type { ScenarioRequest } from '../../provider.ts';
import type { Random } from '../picture/random.ts';
import type { Beat } from './beats.ts';
import { type CameraMove, moveSentence } from './camera-moves.ts';
import { pictureWordsOf, type PictureWords } from './picture-words.ts';
import type { ReferenceShot } from './reference.ts';

/** What the prompts of one scene are written from. */
export interface SceneToPicture {
  readonly place: number;
  readonly beat: Beat;
  readonly thing: string;
  /** What the thing is, where its name does not say. */
  readonly kind: string | null;
  readonly fact: string | null;
  readonly hasWords: boolean;
  readonly move: CameraMove;
  readonly shot: ReferenceShot | undefined;
}

type Asset = ScenarioRequest['assets'][number];

const frames: Readonly<Record<Beat, string>> = {
  hook: 'Close shot',
  problem: 'Medium shot',
  product: 'Medium shot, eye level',
  feature: 'Medium close shot',
  proof: 'Close shot',
  mood: 'Wide shot',
  action: 'Wide shot',
};

const paces = { slow: 'slowly', medium: 'smoothly', fast: 'swiftly' } as const;

/** Writes the prompts of a film's scenes; each picture of a type is used once before any comes again. */
export function promptWriter(request: ScenarioRequest, random: Random, palette: readonly string[]) {
  const words = pictureWordsOf(request.projectType);
  const take = takerOf(words, random.fork('pictures'));
  const { styleGuide, assets, assetUsageMode } = request;
  return {
    /** Subject, place, light, colours and composition of a scene. */
    image(scene: SceneToPicture): string {
      const asset = assets.length === 0 ? undefined : assets[scene.place % assets.length];
      if (assetUsageMode === 'direct' && asset !== undefined)
        return joined([aboutAsset(asset), directNote(scene, request.intent.productName)]);
      return joined([
        framed(
          scene.beat,
          take
            .picture(scene.beat)
            .replace('{thing}', () => withKind(scene))
            .replaceAll('{thing}', () => scene.thing),
        ),
        scene.fact === null || isIn(scene.fact, scene.thing) ? null : `Theme: ${lowerFirst(scene.fact)}`,
        scene.shot === undefined || scene.shot.description === ''
          ? null
          : `Framed like this shot of the reference: ${scene.shot.description}`,
        asset === undefined ? null : `In the manner of the reference ${aboutAsset(asset)}`,
        take.light(),
        colours(palette),
        styleGuide.must_include === undefined || styleGuide.must_include.length === 0
          ? null
          : `With ${styleGuide.must_include.join(', ')}`,
        scene.hasWords
          ? 'One clear subject in the lower two thirds, the upper third plain and quiet'
          : 'One clear subject, balanced, the frame well filled',
      ]);
    },
    /** One camera move and one small movement in the picture. */
    video(scene: SceneToPicture): string {
      const asset = assetUsageMode === 'direct' && assets.length > 0 ? assets[scene.place % assets.length] : undefined;
      const about = asset === undefined ? scene.thing : 'the subject of the photo';
      return joined([
        [
          moveSentence(scene.move, about, random.fork(`move ${scene.place}`)),
          ...(scene.move === 'static' ? [] : [paces[styleGuide.tempo ?? 'medium']]),
        ].join(', '),
        scene.shot === undefined || scene.shot.cameraMovement === ''
          ? null
          : `As in the reference: ${scene.shot.cameraMovement}`,
        asset === undefined ? `Meanwhile ${take.stirring()}` : 'Nothing in the photo changes its shape',
      ]);
    },
  };
}

/** What no picture may show. */
export function negativePrompt(styleGuide: StyleGuide): string {
  const always = [
    'text',
    'letters',
    'captions',
    'watermark',
    'logo',
    'blurry',
    'low quality',
    'deformed',
    'extra limbs',
  ];
  return [...new Set([...(styleGuide.must_avoid ?? []), ...always])].join(', ').slice(0, 4000);
}

/** With the shot named, unless the picture names it itself. */
function framed(beat: Beat, picture: string): string {
  return capitalisedFirst(
    /\b(?:close|wide|macro|detail|giant|near)\b/i.test(picture) ? picture : `${frames[beat]}: ${picture}`,
  );
}

function takerOf(words: PictureWords, random: Random) {
  const decks = new Map<string, string[]>();
  const draw = (name: string, cards: readonly string[]): string => {
    const left = decks.get(name) ?? [];
    if (left.length === 0) left.push(...shuffled(cards, random.fork(`${name} ${decks.size}`)));
    decks.set(name, left);
    return left.shift() ?? '';
  };
  return {
    picture: (beat: Beat): string => draw(beat, words.beats[beat]),
    light: (): string => draw('light', words.lights),
    stirring: (): string => draw('stirring', words.stirrings),
  };
}

function shuffled(cards: readonly string[], random: Random): readonly string[] {
  return cards
    .map((card) => ({ card, lot: random.next() }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ card }) => card);
}

function aboutAsset(asset: Asset): string {
  const name = asset.name
    .replace(/\.[a-z0-9]{2,4}$/i, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  const description = asset.description.trim();
  return description === '' ? `photo “${name}”` : `photo “${name}”: ${description.replace(/[.\s]+$/, '')}`;
}

function directNote(scene: SceneToPicture, productName: string | undefined): string {
  const subject = productName === undefined || productName.trim() === '' ? '' : ` for ${productName.trim()}`;
  return `Shown as it is${subject}, unaltered${scene.hasWords ? ', words on its quiet side' : ''}`;
}

function colours(palette: readonly string[]): string | null {
  if (palette.length === 0) return null;
  return palette.length === 1 ? `Colour: ${palette[0]}` : `Colours: ${palette.join(', ')}`;
}

function joined(parts: readonly (string | null)[]): string {
  return parts
    .filter((part): part is string => part !== null && part !== '')
    .map((part) => part.replace(/[.\s]+$/, ''))
    .join('. ')
    .concat('.')
    .slice(0, 8000);
}

function isIn(fact: string, thing: string): boolean {
  return thing.toLowerCase().includes(fact.toLowerCase());
}

function withKind({ thing, kind }: SceneToPicture): string {
  return kind === null ? thing : `${thing} (${kind})`;
}

function capitalisedFirst(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
