import type { Beat } from './beats.ts';

/** Pictures of a type of project: what each beat shows, and what moves in it. `{thing}` is the film's subject. */
export interface PictureWords {
  readonly beats: Readonly<Record<Beat, readonly string[]>>;
  readonly lights: readonly string[];
  /** Small movements for video prompts. */
  readonly stirrings: readonly string[];
}

const ecommerce: PictureWords = {
  beats: {
    hook: [
      'Extreme close view of fresh texture before {thing} is seen: drops of water on a leaf, soft shapes out of focus behind',
      'A still, empty spot on a sunlit table where {thing} is about to stand, one leaf and its long shadow',
      'Macro of the material {thing} is made of, edge lit, everything else a blur of colour',
    ],
    problem: [
      'A tired everyday still life without {thing}: used-up things pushed to the edge of a table, dull side light',
    ],
    product: [
      '{thing} as the hero on a low round plinth, an arch behind it, nothing else on the set',
      '{thing} enters the light: centred on pale stone, one soft disc of colour on the wall behind',
    ],
    feature: [
      'Close view of {thing} in three-quarter profile with one small prop that shows the point',
      '{thing} on a plinth between two leaves, its surface catching the light',
      '{thing} among the ingredients and materials it stands for, arranged in a loose ring',
      '{thing} from slightly below, tall and quiet in front of a plain wall',
    ],
    proof: [
      'Tight detail of {thing}: cap, rim and surface in crisp focus, background gone soft',
      '{thing} twice, near and far, the near one large and sharp',
    ],
    mood: [
      'A garden corner with leaves in layers and warm haze, room to breathe',
      'Ripples of light on an empty wall, one branch entering from the side',
    ],
    action: [
      'Wide and calm: {thing} small in a generous setting, low sun, long soft shadows, hills far behind',
      '{thing} alone on a wide shelf of stone, a quiet sky-coloured wall around it',
    ],
  },
  lights: [
    'Soft key light from the upper left, contact shadow and a long shadow to the lower right',
    'Window light from the left through a palm, gentle fall-off',
    'Low warm light that rims the edges',
  ],
  stirrings: [
    'a leaf shadow sways on the wall',
    'highlights travel over the surface',
    'a single drop runs down',
    'dust glints in the light',
  ],
};

const saas: PictureWords = {
  beats: {
    hook: [
      'A desk at the end of a long day: too many cards and notes floating in disorder around one small clock',
      'A tangle of thin lines of light between scattered points, no centre yet',
    ],
    problem: [
      'A pile of loose cards and unfinished lists that leans like a tower, one about to fall',
      'The same small task repeated many times in a long row into the distance',
    ],
    product: [
      '{thing} as one calm floating panel, cards falling into place around it',
      '{thing} shown as a clean white panel on a quiet plate, three cards hovering above it',
    ],
    feature: [
      'One card of {thing} lifted from the panel with a simple bar chart on it, no letters',
      'A list in {thing} whose items are ticked off one after another, seen at an angle',
      'Two panels of {thing} joined by a single bright line, data flowing from one to the other',
      'A round chart in {thing} whose largest part glows, the rest kept pale',
    ],
    proof: [
      'One large chart of {thing} that climbs in clear steps, everything else faded back',
      'A single tile with a big tick above an orderly grid',
    ],
    mood: [
      'Slow ribbons of light running across a dark ground towards one point',
      'A soft field of colour with one glass pane catching the light',
    ],
    action: [
      'Wide view: the panels of {thing} in perfect order, small on a broad calm ground',
      'One glowing point with all lines running to it, wide empty space around',
    ],
  },
  lights: [
    'Even studio light from the upper left, two soft shadows under every card',
    'Cool ambient light with one warm accent',
    'Bright, clean light with gentle depth haze',
  ],
  stirrings: [
    'cards drift a hand apart and settle',
    'the bars of a chart grow a little',
    'a pointer glides to its place',
    'light runs along the lines',
  ],
};

const news: PictureWords = {
  beats: {
    hook: [
      'The globe at night with one region lit, arcs of light leading to it',
      'A city at blue hour seen from above, one quarter brighter than the rest',
    ],
    problem: ['The place of the story from a distance: empty street, heavy sky, one lit window'],
    product: ['{thing} as a plain symbol in the middle of a large calm field, seen from the front'],
    feature: [
      'The setting of {thing}: street level, office windows and traffic light trails in the distance',
      'The world from above with three linked points, thin arcs between them',
      'Bold flat shapes that stand for the parts of {thing}, one of them set apart in the signal colour',
      'The skyline from across the water, reflections trembling',
    ],
    proof: [
      'One tall bar beside several low ones as plain solid blocks, hard side light',
      'A row of identical discs, a counted part of them in the signal colour',
    ],
    mood: ['Clouds moving over a wide horizon', 'A quiet street in the evening, wet stone and window light'],
    action: [
      'Wide horizon before dawn, city lights far below, much open sky',
      'The globe turning away into the dark, a thin rim of light',
    ],
  },
  lights: [
    'Cool evening light with one warm source',
    'Clear neutral light from the upper left',
    'Blue hour, pale horizon, deep foreground',
  ],
  stirrings: ['lights of the traffic flow', 'clouds drift', 'the reflection ripples', 'points of light pulse once'],
};

const social: PictureWords = {
  beats: {
    hook: [
      'One huge simple shape in a loud colour bursting towards the viewer, {thing} half hidden behind it',
      'A giant close-up that is not yet clear: bright surface, bold shadow, {thing} cut by the edge of the frame',
    ],
    problem: ['The same boring grey object many times in a row, one gap between them'],
    product: [
      '{thing} large and frontal on a field of pure colour, hard playful shadow',
      '{thing} floating in front of a glowing sphere, colour all around',
    ],
    feature: [
      '{thing} tilted on a block of contrasting colour, cropped tightly',
      '{thing} with one oversized prop that shows the point, graphic and simple',
      'Flat colour fields like a poster, {thing} where they meet',
      '{thing} through a pane of ribbed glass, colours running in strips',
    ],
    proof: [
      'A bold stack of discs that grows step by step, the top one bright',
      '{thing} in the middle of concentric rings, the smallest glowing',
    ],
    mood: ['Colours mixing like ink in slow motion', 'Soft bright circles of light in front of a deep ground'],
    action: [
      '{thing} small and confident in a wide sea of one colour, big empty space above',
      'A bright sunrise of colour with {thing} in the lower middle',
    ],
  },
  lights: [
    'Hard key light, crisp graphic shadow',
    'Glowing light from behind, saturated haze',
    'Bright even light, strong colour contrast',
  ],
  stirrings: [
    'colour fields slide past each other',
    'the subject bounces once and settles',
    'light circles float up',
    'the shadow swings round',
  ],
};

const educational: PictureWords = {
  beats: {
    hook: [
      'A single everyday object that poses the question of {thing}, drawn in chalk on a dark board, a blank space beside it',
      'A big paper landscape with one curious detail in the middle that does not fit',
    ],
    problem: ['Two drawings that contradict each other side by side, a gap between them'],
    product: [
      '{thing} drawn as one clear figure in the middle, its parts a little apart',
      '{thing} cut out of paper in three layers, the innermost bright',
    ],
    feature: [
      'One step of {thing} as a simple drawing: cause on the left, effect on the right, an arrow shape between',
      'An everyday comparison for {thing}: two familiar objects of different size next to each other',
      '{thing} cut open so that the inside can be seen, parts in different colours',
      'A circle of four small drawings that lead round to where they began',
    ],
    proof: [
      'A simple scale with the two sides out of balance, the heavier one coloured',
      'A row of little marks being counted, every tenth one larger',
    ],
    mood: [
      'Paper hills in the first light, layers getting paler into the distance',
      'A tidy desk with paper, pencil and one plant',
    ],
    action: [
      'The whole picture of {thing} seen from far, calm and complete, wide sky of paper above',
      'A wide paper landscape with a small path leading out of the frame',
    ],
  },
  lights: [
    'Soft light from the upper left, layers of paper casting small shadows',
    'Even light on matt chalk and board',
    'Warm reading light from the side',
  ],
  stirrings: [
    'the parts move a little apart and back',
    'chalk dust drifts',
    'the arrow draws itself along',
    'the layers shift against each other',
  ],
};

const blank: PictureWords = {
  beats: {
    hook: [
      'A quiet wide view before anything happens, one bright spot where {thing} will be',
      'A near surface in soft focus, {thing} only hinted at behind it',
      'Layers of hills at first light, one warm window far away',
    ],
    problem: ['A place that has seen better days, empty and a little too dark, nobody there'],
    product: [
      '{thing} in the middle of the frame, simple and large, with light around it',
      '{thing} seen clearly for the first time, plain ground, one soft disc of light behind',
    ],
    feature: [
      '{thing} from close by with one detail in sharp focus',
      '{thing} in use in its natural place, seen from the side',
      '{thing} with the things that belong to it, arranged with space between them',
      '{thing} from above, strong simple shapes',
    ],
    proof: [
      'One tall form among several small ones, the light resting on it',
      'Near detail of {thing}, everything else fallen out of focus',
    ],
    mood: [
      'Wind over grass, layers of distance',
      'Slow bands of light across a calm ground',
      'Still water with a pale reflection',
    ],
    action: [
      'Wide and calm: {thing} small in a generous landscape, low sun',
      '{thing} on the horizon line, much open sky',
    ],
  },
  lights: [
    'Soft light from the upper left, long gentle shadows',
    'Early light with haze in the distance',
    'Warm evening light, deep foreground, pale background',
  ],
  stirrings: [
    'grass and leaves stir',
    'light grows a little',
    'a bird crosses far away',
    'haze moves through the distance',
  ],
};

/** The pictures of every project type; a type we do not know is told as `blank`. */
export function pictureWordsOf(projectType: string): PictureWords {
  const all: Readonly<Record<string, PictureWords>> = { blank, saas, news, social, ecommerce, educational };
  return all[projectType] ?? blank;
}
