import { describe, expect, test } from 'vitest';
import type { ProposalRequest, ScenarioRequest } from '../../provider.ts';
import { directFilm } from './direct-film.ts';
import { proposeScenes } from './propose-scenes.ts';
import { wishesIn } from './wishes.ts';

const brief: ScenarioRequest = {
  projectType: 'ecommerce',
  intent: {
    mode: 'content_remix',
    productName: 'EcoBottle',
    productDescription:
      'EcoBottle keeps water cold for 24 hours. It is made of one piece of steel. It weighs 280 grams. The cap is made of cork and never leaks. Order today at ecobottle.example.',
    language: 'en',
    videoDurationS: 24,
    sceneCount: 6,
  },
  systemPrompt: '',
  knowledge: '',
  styleGuide: { color_palette: ['#1a2b3c'] },
  analysis: null,
  assets: [],
  assetUsageMode: null,
  seed: 1,
};
const scenes = directFilm(brief);
const asked = (change: Partial<ProposalRequest> = {}) =>
  proposeScenes({ brief, scenes, sceneIndex: 2, ask: '', attempt: 1, refused: [], ...change });
const one = (change: Partial<ProposalRequest> = {}) => {
  const [scene] = asked(change).scenes;
  if (scene === undefined) throw new Error('nothing was proposed');
  return scene;
};

describe('a scene written anew by rule', () => {
  test('is another picture in the same place, and the same for the same attempt', () => {
    const scene = one();
    expect(scene.place).toBe(2);
    expect(scene.image_prompt).not.toBe(scenes[2]?.image_prompt);
    expect(scene.image_prompt).toContain('#1a2b3c');
    expect(scene.negative_prompt).toBe(scenes[2]?.negative_prompt);
    expect(one()).toEqual(scene);
  });

  test('is another one at each attempt, also where the ones before are told', () => {
    const first = one();
    const second = one({ attempt: 2, refused: [first] });
    const third = one({ attempt: 3, refused: [first, second] });
    expect(new Set([scenes[2], first, second, third].map((scene) => scene?.image_prompt)).size).toBe(4);
  });

  test('says nothing that another scene says', () => {
    for (let attempt = 1; attempt <= 12; attempt++) {
      const { text_overlay: words } = one({ attempt, sceneIndex: 3 });
      const others = scenes.filter((_, place) => place !== 3).map((scene) => scene.text_overlay);
      if (words !== undefined) expect(others).not.toContain(words);
    }
  });

  test('has no words, or shorter ones, where that is asked for', () => {
    const spoken = scenes.findIndex(({ text_overlay: words = '' }) => words.length > 24);
    expect(one({ sceneIndex: spoken, ask: 'no text please' })).not.toHaveProperty('text_overlay');
    const shorter = one({ sceneIndex: spoken, ask: 'shorter' }).text_overlay ?? '';
    expect(shorter.length).toBeLessThan(scenes[spoken]?.text_overlay?.length ?? 0);
    expect(shorter).not.toBe('');
  });

  test('moves more, or less, where that is asked for', () => {
    for (const attempt of [1, 2]) {
      expect(one({ ask: 'more movement', attempt }).video_prompt).toMatch(/swiftly/);
      expect(one({ ask: 'daha sakin', attempt }).video_prompt).toMatch(/slowly|Static camera/);
    }
  });

  test('owns up to what it cannot follow, and to nothing else', () => {
    expect(asked({ ask: 'something only this bottle has' }).notes.join(' ')).toMatch(/by rule.*language model/);
    expect(asked({ ask: '' }).notes).toEqual([]);
    expect(asked({ ask: 'more movement, no text' }).notes).toEqual([]);
  });

  test('of a script that is the user’s own photos keeps what they show', () => {
    const photos: ScenarioRequest = {
      ...brief,
      assets: scenes.map((_, place) => ({ id: `asset_${place}`, name: `photo ${place}.jpg`, description: 'a cup' })),
      assetUsageMode: 'direct',
    };
    expect(one({ brief: photos }).image_prompt).toBe(scenes[2]?.image_prompt);
  });
});

test('a whole script written anew has every scene in its place, and says nothing twice', () => {
  const { scenes: all } = asked({ sceneIndex: null });
  expect(all.map(({ place }) => place)).toEqual(scenes.map((_, place) => place));
  const words = all.flatMap(({ text_overlay: said }) => (said === undefined ? [] : [said]));
  expect(new Set(words).size).toBe(words.length);
  expect(all.at(-1)?.transition).toBe('cut');
});

test('wishes are read in English and Turkish', () => {
  expect(wishesIn('Shorter, and calmer')).toEqual({ words: 'shorter', movement: 'calmer' });
  expect(wishesIn('yazısız ve daha hızlı')).toEqual({ words: 'none', movement: 'more' });
  expect(wishesIn('Without text, dynamic')).toEqual({ words: 'none', movement: 'more' });
  expect(wishesIn('warmer light')).toEqual({ words: null, movement: null });
});
