import { expect, test } from 'vitest';
import type { ImageRequest, MediaInput } from '../../provider.ts';
import { composePicture } from './compose.ts';
import type { PictureRecipe } from './recipe.ts';

const FILMS = [
  ['ecommerce', 'Alba face serum'],
  ['saas', 'Northwind, a dashboard for small teams'],
  ['news', 'Shipping prices around the world rise'],
  ['educational', 'How photosynthesis works'],
  ['social', 'Yaz müzik festivali İzmir'],
  ['blank', 'EcoBottle keeps water cold for 24 hours'],
  ['unheard of', ''],
] as const;

function request(
  projectType: string,
  subject: string,
  sceneIndex: number,
  sceneCount: number,
  extra: Partial<ImageRequest> = {},
): ImageRequest {
  return {
    generationId: 'gen_1',
    model: 'local-painter',
    prompt: subject,
    scenePrompt: subject,
    negativePrompt: '',
    width: 540,
    height: 960,
    seed: 1000 + sceneIndex * 77,
    references: [],
    ...extra,
    scene: { projectType, sceneIndex, sceneCount, subject, ...extra.scene },
  };
}

async function film(
  projectType: string,
  subject: string,
  sceneCount: number,
  knowsEarlier: boolean,
  extra: Partial<ImageRequest> = {},
): Promise<PictureRecipe[]> {
  const recipes: PictureRecipe[] = [];
  for (let sceneIndex = 0; sceneIndex < sceneCount; sceneIndex++) {
    const asked = request(projectType, subject, sceneIndex, sceneCount, extra);
    const earlierRecipes = knowsEarlier ? recipes.slice() : [];
    recipes.push(
      await composePicture({ ...asked, ...(asked.scene ? { scene: { ...asked.scene, earlierRecipes } } : {}) }),
    );
  }
  return recipes;
}

const arrangement = (recipe: PictureRecipe): string => `${recipe.look} ${recipe.composition}`;

test.each([true, false])(
  'a film has at most three looks, whether scenes know of earlier ones (%s) or not',
  async (knowsEarlier) => {
    for (const [projectType, subject] of FILMS) {
      for (const sceneCount of [1, 3, 5, 9, 14]) {
        const recipes = await film(projectType, subject, sceneCount, knowsEarlier);
        expect(new Set(recipes.map(({ look }) => look)).size, `${projectType} of ${sceneCount}`).toBeLessThanOrEqual(3);
      }
    }
  },
);

test.each([true, false])('two scenes running never share look and composition, known (%s)', async (knowsEarlier) => {
  for (const [projectType, subject] of FILMS) {
    const recipes = await film(projectType, subject, 9, knowsEarlier);
    for (const [place, recipe] of recipes.entries()) {
      const before = recipes[place - 1];
      if (before) expect(arrangement(recipe), `${projectType} scene ${place}`).not.toBe(arrangement(before));
    }
  }
});

test('all scenes of a film have one palette, and the style guide’s where it names colours', async () => {
  for (const [projectType, subject] of FILMS) {
    const recipes = await film(projectType, subject, 5, false);
    expect(new Set(recipes.map(({ palette }) => palette.colours.join())).size).toBe(1);
  }
  const [guided] = await film('saas', 'x', 1, false, {
    scene: { projectType: 'saas', sceneIndex: 0, sceneCount: 1, styleGuide: { color_palette: ['#102030', '#ffcc00'] } },
  });
  expect(guided?.palette.colours).toEqual(['#102030', '#ffcc00']);
});

test('a film about coffee is warm and one about the sea is blue', async () => {
  const hues = async (subject: string): Promise<readonly string[]> =>
    (await film('blank', subject, 1, false))[0]?.palette.colours ?? [];
  const [coffee, turkish, sea] = [await hues('Slow coffee'), await hues('Taze kahve'), await hues('Deniz tatili')];
  const share = (colours: readonly string[], channel: number): number =>
    colours.reduce((sum, hex) => sum + Number.parseInt(hex.slice(1 + channel * 2, 3 + channel * 2), 16), 0);
  for (const colours of [coffee, turkish]) expect(share(colours, 0)).toBeGreaterThan(share(colours, 2) * 1.2);
  expect(share(sea, 2)).toBeGreaterThan(share(sea, 0));
});

test('the subject decides the hero: a bottle is put on a plinth, a city is shown at dusk', async () => {
  const bottle = await film('blank', 'EcoBottle keeps water cold for 24 hours', 5, true);
  expect(bottle.filter(({ look }) => look === 'plinth').length).toBeGreaterThanOrEqual(2);
  const city = await film('blank', 'Night traffic in the city, skyline and streets', 5, true);
  expect(city.filter(({ look }) => look === 'bluehour').length).toBeGreaterThanOrEqual(2);
});

test('what is to be avoided is not drawn', async () => {
  const negative = await film('news', 'City finance at night', 6, true, {
    negativePrompt: 'people, skyscrapers, text',
  });
  expect(negative.map(({ look }) => look)).not.toContain('bluehour');
  const turkish = await film('ecommerce', 'Gül suyu', 6, true, { negativePrompt: 'çiçekler, yapraklar' });
  expect(turkish.map(({ look }) => look)).not.toContain('botanical');
});

test('the same scene asked again with the next seed has another composition or shot', async () => {
  for (const [projectType, subject] of FILMS) {
    for (let seed = 0; seed < 12; seed++) {
      const [one, other] = await Promise.all(
        [seed, seed + 1].map((each) => composePicture(request(projectType, subject, 0, 5, { seed: each }))),
      );
      const label = (recipe: PictureRecipe | undefined): string =>
        recipe?.kind === 'look' ? `${arrangement(recipe)} ${recipe.shot}` : '';
      expect(label(one), `${projectType} seed ${seed}`).not.toBe(label(other));
    }
  }
});

test('the same request gives the same recipe, and JSON keeps it', async () => {
  const [one, other] = [
    await composePicture(request('saas', 'A team', 2, 5)),
    await composePicture(request('saas', 'A team', 2, 5)),
  ];
  expect(one).toEqual(other);
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
});

test('a reference that is not a picture is refused', async () => {
  const reference: MediaInput = { path: import.meta.filename, mime: 'image/png', sha256: 'a', name: 'notes.png' };
  await expect(composePicture(request('blank', 'x', 0, 1, { references: [reference] }))).rejects.toMatchObject({
    code: 'media_unreadable',
  });
});
