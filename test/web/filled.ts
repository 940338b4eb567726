import { expect } from '@playwright/test';
import { smallResults } from '../chaos/media.ts';
import { solidPng } from '../solid-png.ts';
import type { Account } from './studio.ts';

export interface WorkPlace {
  readonly projectId: string;
  readonly workId: string;
}

/** An account that has something on every screen. */
export interface Filled {
  readonly account: Account;
  /** A finished film, made of one line. */
  readonly film: WorkPlace;
  /** Three scenes: one done, one to review, one not begun; and a reference video that was looked at. */
  readonly half: WorkPlace;
  /** A project and a work that hold nothing. */
  readonly empty: WorkPlace;
  readonly assetId: string;
  readonly templateId: string;
}

const SMALL = { width: 144, height: 256 };

/** Fills every screen of an account that is new. */
export async function fill(account: Account): Promise<Filled> {
  const { client } = account;
  const { projectId, workId, jobId } = await client.makeFilm({
    brief: 'A refill bottle that keeps water cold for a day, for people who walk to work.',
    durationS: 3,
    resolution: SMALL,
  });
  const project = await client.createProject({ name: 'EcoBottle', projectType: 'ecommerce' });
  const halfId = await halfWork(account, project.id);
  const assetId = await files(account, project.id);
  const templateId = await template(account, project.id, assetId);
  await client.createToken({ name: 'Nightly build', scopes: ['works:read'], expiresInDays: 90 });
  const gone = await client.createWork({ projectId: project.id, name: 'Autumn, first try' });
  await client.trashWork({ projectId: project.id, workId: gone.id });
  await client.setProjectBudget({ projectId: project.id, limitMicroUsd: 5_000_000, period: 'total' });
  const bare = await client.createProject({ name: 'Not begun' });
  const nothing = await client.createWork({ projectId: bare.id, name: 'Empty' });
  await expect
    .poll(async () => (await client.getJob({ jobId })).status, { timeout: 120_000, intervals: [250] })
    .toBe('done');
  return {
    account,
    film: { projectId, workId },
    half: { projectId: project.id, workId: halfId },
    empty: { projectId: bare.id, workId: nothing.id },
    assetId,
    templateId,
  };
}

async function halfWork({ client }: Account, projectId: string): Promise<string> {
  const about = 'EcoBottle keeps water cold for 24 hours. It weighs 280 grams. The cap is made of cork.';
  const work = await client.createWork({
    projectId,
    name: 'Spring launch',
    productName: 'EcoBottle',
    productDescription: about,
    videoDuration: 6,
    resolution: SMALL,
  });
  const place = { projectId, workId: work.id };
  const { clip } = await smallResults();
  const video = new Blob([new Uint8Array(clip)], { type: 'video/mp4' });
  await client.uploadReference({ ...place, file: { name: 'reference.mp4', content: video } });
  await client.analyzeWork(place);
  const scenes = ['Dawn over the ridge', 'Bottle on warm stone', 'River over dark rocks'].map((image_prompt) => ({
    image_prompt,
    video_prompt: 'slow push in',
    duration_seconds: 2,
  }));
  await client.arrangeScenes({ ...place, scenes });
  for (const sceneIndex of [0, 1]) await client.generateImage({ ...place, sceneIndex });
  await client.approveScene({ ...place, sceneIndex: 0 });
  await client.generateVideo({ ...place, sceneIndex: 0 });
  return work.id;
}

async function files({ client }: Account, projectId: string): Promise<string> {
  const ids: string[] = [];
  for (const [name, colour] of [
    ['leaf', '#88aa22'],
    ['bottle', '#1f7a5c'],
  ] as const) {
    const content = new Blob([new Uint8Array(solidPng(colour, 240))], { type: 'image/png' });
    ids.push((await client.uploadAsset({ projectId, file: { name: `${name}.png`, content } })).id);
  }
  return ids.at(-1) ?? '';
}

/** A title with a placeholder, and a picture. */
async function template({ client }: Account, projectId: string, assetId: string): Promise<string> {
  const timing = { timingMode: 'relative', startPercent: 0, endPercent: 50 } as const;
  const centred = { centerX: 0, centerY: 0 };
  const { id } = await client.createTemplate({
    projectId,
    name: 'Opening title',
    description: 'The name of the product over the first half.',
    tags: ['title'],
    content: {
      textOverlays: [{ id: 't', text: 'Meet {{product}}', fontSize: 96, fontColor: '#ffffff', ...centred, ...timing }],
      imageOverlays: [
        { id: 'i', assetId, width: 200, height: 200, ...centred, centerY: 400, opacity: 1, rotation: 0, ...timing },
      ],
    },
  });
  return id;
}
