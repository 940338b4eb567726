import { randomBytes } from 'node:crypto';
import { makeId, type IdKind } from '#contract/ids.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { Timeline } from '#contract/timeline.ts';
import type { Db } from '#store/database/open-database.ts';
import type { NewGeneration } from '#store/generations.ts';
import { insertProject, type ProjectRow } from '#store/projects.ts';
import type { SceneScript } from '#store/scenes.ts';
import type { NewTake } from '#store/takes.ts';
import { ensureLocalOwner, type LocalOwner } from '#store/users.ts';
import { insertWork, type NewWork, type WorkRow } from '#store/works.ts';

/** An id that no other test has. */
export function newId(kind: IdKind): string {
  return makeId(kind, Date.now(), randomBytes(16));
}

/** The local owner of a database, made on first use. */
export function anOwner(db: Db): Promise<LocalOwner> {
  return ensureLocalOwner(db, { userId: newId('user'), workspaceId: newId('workspace') });
}

/** A stored project of the local owner. */
export async function aProject(db: Db): Promise<ProjectRow> {
  const owner = await anOwner(db);
  return insertProject(db, {
    id: newId('project'),
    workspaceId: owner.workspaceId,
    createdBy: owner.userId,
    name: 'Lamps',
    projectType: 'ecommerce',
    systemPrompt: 'Direct a film.',
    knowledge: '',
    styleGuide: { tone: 'warm', color_palette: ['#ffaa00'] },
    analyzerPrompt: '',
    imageSystemPrompt: '',
    videoSystemPrompt: '',
  });
}

/** A stored work in a project of its own. */
export async function aWork(db: Db, fields: Partial<NewWork> = {}): Promise<WorkRow> {
  const project = await aProject(db);
  return insertWork(db, {
    id: newId('work'),
    workspaceId: project.workspaceId,
    projectId: project.id,
    createdBy: project.createdBy,
    name: 'A lamp',
    width: 1080,
    height: 1920,
    ...fields,
  });
}

/** What a scene could say. */
export function aScript(imagePrompt: string): SceneScript {
  return {
    durationS: 3,
    imagePrompt,
    negativePrompt: '',
    videoPrompt: 'slow push in',
    textOverlay: null,
    transition: 'cut',
  };
}

/** Facts of a square PNG. */
export const someFacts: MediaFacts = {
  kind: 'image',
  mime: 'image/png',
  sizeBytes: 4,
  width: 8,
  height: 8,
  durationS: null,
  frameCount: null,
  fps: null,
  hasAudio: false,
  rotation: 0,
  pixelAspect: 1,
  codec: 'png',
};

/** A take of a scene, to be stored. */
export function aTake(
  scene: { readonly id: string; readonly workId: string; readonly workspaceId: string },
  fields: Partial<NewTake> = {},
): NewTake {
  return {
    id: newId('take'),
    workspaceId: scene.workspaceId,
    createdBy: null,
    workId: scene.workId,
    sceneId: scene.id,
    kind: 'image',
    origin: 'generated',
    sha256: 'a'.repeat(64),
    facts: someFacts,
    prompt: 'a lamp',
    negativePrompt: null,
    provider: 'local',
    model: 'local-picture',
    seed: 4_294_967_295,
    costMicroUsd: 0,
    parentIds: [],
    inputsHash: 'inputs',
    recipe: { look: 'paper' },
    ...fields,
  };
}

/** A generation, to be stored. */
export function aGeneration(workspaceId: string, fields: Partial<NewGeneration> = {}): NewGeneration {
  return {
    id: newId('generation'),
    workspaceId,
    createdBy: null,
    workId: null,
    sceneId: null,
    role: 'image',
    provider: 'local',
    model: 'local-picture',
    request: { prompt: 'a lamp' },
    inputsHash: 'inputs',
    estimateMicroUsd: 0,
    ...fields,
  };
}

/** An edit with nothing in it. */
export const anEmptyTimeline: Timeline = {
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [],
  texts: [],
  images: [],
  audio: [],
  loudnessLufs: null,
  extra: {},
};
