import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { RecipeHints } from '#contract/type-hint.ts';
import type { ImageRequest, ProviderContext } from '../provider.ts';
import { image } from './image.ts';
import { recipeFrom } from './picture/recipe.ts';

const request: ImageRequest = {
  generationId: 'g',
  model: 'local-painter',
  prompt: 'A serum',
  scenePrompt: 'A serum',
  negativePrompt: '',
  width: 270,
  height: 480,
  seed: 4,
  references: [],
  scene: { projectType: 'ecommerce', sceneIndex: 1, sceneCount: 5, subject: 'Alba face serum' },
};

async function inScratch(
  run: (context: ProviderContext, scratch: string) => Promise<void>,
  signal = new AbortController().signal,
): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'scenewright-image-'));
  try {
    await run(providerContext({ signal, scratch, ffmpeg: 'ffmpeg' }), scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

test('a picture is drawn at once, of the size asked for, with a recipe that says where type goes', async () => {
  await inScratch(async (context) => {
    const submitted = await image.submit(request, context);
    if (submitted.status !== 'done') throw new Error('the keyless painter has nothing to wait for');
    const [output] = submitted.outputs;
    const picture = await loadImage(output?.path ?? '');
    expect([picture.width, picture.height]).toEqual([270, 480]);
    expect(recipeFrom(output?.recipe)).toMatchObject({ kind: 'look', seed: 4 });
    const { typeHint } = RecipeHints.parse(output?.recipe);
    expect(typeHint?.zone.y).toBeLessThan(0.3);
    expect(submitted.costMicroUsd).toBe(0);
  });
});

test('a picture that is cancelled leaves nothing behind', async () => {
  await inScratch(async (context, scratch) => {
    await expect(image.submit(request, context)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(scratch)).toEqual([]);
  }, AbortSignal.abort());
});
