import type { AnalysisResult } from '#contract/analysis.ts';
import { ProjectType } from '#contract/project.ts';
import { ScenarioScene, TransitionType } from '#contract/scene.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScenarioRequest, WrittenScene } from '../../provider.ts';
import { directFilm } from './direct-film.ts';

const oneLine = 'EcoBottle keeps water cold for 24 hours';

type Asked = Partial<Omit<ScenarioRequest, 'intent'>> & { readonly intent?: Partial<ScenarioRequest['intent']> };

function aFilm(asked: Asked = {}): readonly WrittenScene[] {
  const { intent, ...rest } = asked;
  return directFilm({
    projectType: 'ecommerce',
    systemPrompt: '',
    knowledge: '',
    styleGuide: {},
    analysis: null,
    assets: [],
    assetUsageMode: null,
    seed: 1,
    ...rest,
    intent: { mode: 'content_remix', language: 'en', videoDurationS: 15, ...intent },
  });
}

const words = (scenes: readonly WrittenScene[]) => scenes.map((scene) => scene.text_overlay ?? null);
const lengths = (scenes: readonly WrittenScene[]) => scenes.map((scene) => scene.duration_seconds);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a film from one line', () => {
  const film = aFilm({ intent: { productDescription: oneLine } });

  test('asks, introduces, tells, underlines and closes', () => {
    expect(words(film)).toEqual([
      'What keeps water cold for 24 hours?',
      'Meet EcoBottle.',
      'Keeps water cold for 24 hours.',
      '24 hours.',
      'EcoBottle.\nFind yours',
    ]);
  });

  test('of 15 s has a longer first and last scene', () => {
    expect(lengths(film)).toEqual([3.75, 2.5, 2.5, 2.5, 3.75]);
  });

  test('shows its subject and ends on a pull in a wide picture', () => {
    expect(film.slice(1).every((scene) => scene.image_prompt.includes('EcoBottle'))).toBe(true);
    expect(film[1]?.video_prompt).toMatch(/push|dolly in|moves in|orbit|arc/i);
    expect(film.at(-1)?.video_prompt).toMatch(/pull|dolly out/i);
    expect(film.at(-1)?.image_prompt).toMatch(/wide/i);
  });

  test('is the same for the same seed and another for another', () => {
    expect(aFilm({ intent: { productDescription: oneLine } })).toEqual(film);
    const others = [2, 3, 4, 5].map((seed) => aFilm({ seed, intent: { productDescription: oneLine } }));
    expect(new Set(others.map((other) => JSON.stringify(words(other)))).size).toBeGreaterThan(1);
    expect(new Set(others.map((other) => JSON.stringify(other.map((scene) => scene.video_prompt)))).size).toBe(4);
  });

  test('in one scene says it all at once', () => {
    expect(words(aFilm({ intent: { productDescription: oneLine, videoDurationS: 3 } }))).toEqual([
      'EcoBottle keeps water cold for 24 hours.',
    ]);
  });
});

describe('what a film says', () => {
  const description =
    'Ledgerly turns receipts into bookkeeping. Small teams waste hours every month typing numbers from paper. Take a photo and Ledgerly reads amount, date and tax. It sorts every receipt into the right account and exports to your tax adviser with one click. Works with 14 banks. Start your free trial at ledgerly.app.';
  const film = words(
    aFilm({
      projectType: 'saas',
      intent: { productName: 'Ledgerly', productDescription: description, videoDurationS: 30 },
    }),
  );

  test('comes from the brief: its problem, its facts, its figure, its call to action', () => {
    expect(film).toContain('Small teams waste hours every month.');
    expect(film).toContain('Turns receipts into bookkeeping.');
    expect(film).toContain('Exports to your tax adviser with one click');
    expect(film.at(-2)).toBe('Works with 14 banks.');
    expect(film.at(-1)).toContain('Start your free trial');
  });

  test('is never half a list or half a condition', () => {
    const said = film.filter((line) => line !== null).join('\n');
    expect(said).not.toMatch(/date and tax\.?$|reads amount/m);
    const tides = words(
      aFilm({
        projectType: 'educational',
        intent: { productName: 'Tides', productDescription: 'When Sun and Moon line up, the tides are strongest.' },
      }),
    );
    const first = tides.indexOf('When Sun and Moon line up…');
    if (first >= 0) expect(tides[first + 1]).toBe('…the tides are strongest.');
    expect(tides).not.toContain('The tides are strongest.');
  });

  test.each([
    ['Fizz saves up to 20% of the energy in your kitchen, but only on Sundays and never in winter.', /20%/],
    ['Fizz cleans every window in the whole house without water or soap.', /every window(?!.*without)/],
    ['Fizz charges in 5 minutes.', /^(?!.*(?:5 minutes)).*charges/i],
  ])('never drops a word that bounds a claim: %s', (productDescription, wrong) => {
    const said = words(aFilm({ intent: { productName: 'Fizz', productDescription } }));
    for (const line of said) expect(line ?? '').not.toMatch(wrong);
  });

  test('a described film is about its subject: the order for it is not read out', () => {
    const said = words(
      aFilm({
        projectType: 'social',
        intent: {
          productDescription:
            'A 15 second video about our new coffee shop in Izmir. We roast our own beans every morning.',
        },
      }),
    );
    expect(said).toContain('Our new coffee shop in Izmir.');
    expect(said.join(' ')).not.toMatch(/video/i);
  });

  test('news lead with what happened and sell nothing', () => {
    const said = words(
      aFilm({
        projectType: 'news',
        intent: {
          productDescription:
            'The city council approved a new tram line between the harbour and the university on Tuesday. Construction begins in March 2027.',
        },
      }),
    );
    expect(said[0]).toBe('The city council approved a new tram line.');
    expect(said.join(' ')).not.toMatch(/buy|order|find yours/i);
  });

  test('Turkish briefs are told in Turkish', () => {
    const said = words(
      aFilm({
        intent: {
          language: 'tr',
          productName: 'EkoŞişe',
          productDescription: 'EkoŞişe suyu 24 saat soğuk tutar. Kapağı çeyrek turla kapanır.',
        },
      }),
    );
    expect(said).toContain('Suyu 24 saat soğuk tutar.');
    expect(said.join(' ')).not.toMatch(/\b(?:meet|this is|find|see)\b/i);
  });

  test.each([
    ['Arabic', 'قارورة تحافظ على الماء بارداً. مصنوعة من الفولاذ. تناسب كل حقيبة.'],
    ['Japanese', 'エコボトルは水を二十四時間冷たく保ちます。再生スチール製。どんなバッグにも入ります。'],
    [
      'German',
      'Die Flasche hält Wasser lange kalt. Sie besteht aus recyceltem Stahl. Der Deckel schließt immer dicht.',
    ],
  ])('%s briefs are told in their own words alone', (_, productDescription) => {
    const said = words(aFilm({ intent: { productDescription } })).filter((line) => line !== null);
    expect(said.length).toBeGreaterThanOrEqual(3);
    for (const line of said) expect(productDescription).toContain(line.replace(/[.…]$/, ''));
  });
});

test('a first word with a capital letter is not a name', () => {
  const said = words(
    aFilm({
      projectType: 'social',
      intent: { productDescription: 'Crispy chickpeas in 10 minutes: drain, season, air-fry. No oven, no fuss!' },
    }),
  );
  expect(said.join(' ')).not.toMatch(/meet|crispy\.$/i);
  expect(said).toContain('Crispy chickpeas in 10 minutes.');
});

test('pictures say what a name stands for', () => {
  const film = aFilm({
    intent: { productName: 'Alba', productDescription: 'Alba is a face serum made from whole petals.' },
  });
  expect(film[1]?.image_prompt).toContain('Alba (a face serum)');
});

describe('a film after a reference', () => {
  const analysis: AnalysisResult = {
    scene_count: 6,
    overall_tone: 'calm',
    color_palette: ['#102030', '#d0a070'],
    tempo: 'slow',
    has_text_overlay: false,
    scenes: [4.2, 1.1, 2.7, 0.9, 6.3, 3.1].map((duration_seconds, place) => ({
      index: place + 1,
      duration_seconds,
      description: `shot number ${place + 1}`,
      transition: place === 2 ? 'dissolve' : 'cut',
      camera_movement: ['static', 'pan left', 'push in', 'tilt up', 'pull out', 'static'][place] ?? 'static',
    })),
  };
  const film = aFilm({ analysis, intent: { mode: 'style_transfer', productDescription: oneLine, videoDurationS: 20 } });

  test('has its number of scenes and its shares of time within a tenth', () => {
    const whole = sum(analysis.scenes.map((scene) => scene.duration_seconds));
    expect(film).toHaveLength(6);
    for (const [place, scene] of film.entries()) {
      const share = (analysis.scenes[place]?.duration_seconds ?? 0) / whole;
      expect(Math.abs(scene.duration_seconds / 20 / share - 1)).toBeLessThan(0.1);
    }
  });

  test('has its joins, moves, colours and shots in the prompts', () => {
    expect(film.map((scene) => scene.transition)).toEqual(['cut', 'cut', 'dissolve', 'cut', 'cut', 'cut']);
    expect(film[1]?.video_prompt).toMatch(/pan/i);
    expect(film[4]?.video_prompt).toMatch(/pull out/);
    expect(film.every((scene) => scene.image_prompt.includes('#102030'))).toBe(true);
    expect(film[3]?.image_prompt).toContain('shot number 4');
  });

  test('is silent where it is silent, but for the close', () => {
    expect(words(film).slice(0, -1)).toEqual([null, null, null, null, null]);
    expect(words(film).at(-1)).toContain('EcoBottle');
  });

  test('divides its shots when more scenes are asked for', () => {
    const longer = aFilm({ analysis, intent: { mode: 'style_transfer', videoDurationS: 20, sceneCount: 12 } });
    expect(longer).toHaveLength(12);
    expect(sum(lengths(longer))).toBeCloseTo(20, 6);
  });
});

describe('photos used directly', () => {
  test('get exactly one scene each, about themselves', () => {
    const assets = ['beans', 'cup', 'shop'].map((name) => ({
      id: `asset_${name}`,
      name: `${name}.jpg`,
      description: `the ${name} in warm light`,
    }));
    const film = aFilm({
      assets,
      assetUsageMode: 'direct',
      intent: { sceneCount: 7, productName: 'Kaffa', productDescription: 'Kaffa roasts coffee in small batches.' },
    });
    expect(film).toHaveLength(3);
    for (const [place, asset] of assets.entries()) expect(film[place]?.image_prompt).toContain(asset.description);
    expect(words(film)).toContain('Roasts coffee in small batches.');
  });
});

test('what must be avoided is in every negative prompt, what must be there in every picture', () => {
  const film = aFilm({ styleGuide: { must_avoid: ['plastic'], must_include: ['the green cap'] } });
  expect(
    film.every((scene) => scene.negative_prompt.startsWith('plastic') && scene.image_prompt.includes('the green cap')),
  ).toBe(true);
});

test('any brief gives a film of exactly its length, of valid scenes one can read', () => {
  const text = fc.oneof(
    fc.constant(''),
    fc.lorem({ maxCount: 8, mode: 'sentences' }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.constantFrom(
      oneLine,
      '🌊',
      '東京の朝。',
      'a'.repeat(500),
      '1. Fast\n2. Light\n- Made in Oslo',
      '... !!! ???',
      '__proto__',
      '$& $1 {name} {thing}',
    ),
  );
  const asked = fc.record({
    projectType: fc.constantFrom(...ProjectType.options, 'unheard of'),
    productDescription: text,
    productName: fc.option(fc.string({ maxLength: 60 }), { nil: undefined }),
    targetAudience: fc.option(text, { nil: undefined }),
    language: fc.constantFrom('en', 'tr', 'de', 'ja', 'en-GB'),
    knowledge: text,
    videoDurationS: fc.oneof(
      fc.integer({ min: 1, max: 600 }),
      fc.double({ min: 1, max: 600, noNaN: true }).map((value) => Math.round(value * 1000) / 1000),
    ),
    sceneCount: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    tempo: fc.constantFrom('slow' as const, 'medium' as const, 'fast' as const),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
  });
  fc.assert(
    fc.property(
      asked,
      ({ projectType, knowledge, tempo, seed, productName, targetAudience, sceneCount, ...intent }) => {
        const film = aFilm({
          projectType,
          knowledge,
          seed,
          styleGuide: { tempo },
          intent: {
            ...intent,
            ...(productName === undefined ? {} : { productName }),
            ...(targetAudience === undefined ? {} : { targetAudience }),
            ...(sceneCount === undefined ? {} : { sceneCount }),
          },
        });
        expect(sum(lengths(film))).toBeCloseTo(intent.videoDurationS, 6);
        if (sceneCount !== undefined && intent.videoDurationS >= sceneCount * 0.5)
          expect(film).toHaveLength(sceneCount);
        expect(new Set(film.slice(0, -1).map((scene) => scene.transition)).size).toBeLessThanOrEqual(3);
        for (const [place, scene] of film.entries()) {
          expect(() => ScenarioScene.parse({ ...scene, scene_index: place })).not.toThrow();
          expect(TransitionType.safeParse(scene.transition).success).toBe(true);
          const said = scene.text_overlay;
          if (said === undefined) continue;
          expect(said.length).toBeGreaterThan(0);
          expect(said.length).toBeLessThanOrEqual(42);
          expect(scene.duration_seconds).toBeGreaterThanOrEqual(1.2);
          expect(scene.duration_seconds * 15 + 1e-6).toBeGreaterThanOrEqual(said.length);
        }
        for (let place = 1; place < film.length; place++) {
          const move = (at: number) => film[at]?.video_prompt.split(/[.,]/)[0];
          expect(move(place)).not.toBe(move(place - 1));
        }
      },
    ),
    { verbose: true, numRuns: 300 },
  );
});
