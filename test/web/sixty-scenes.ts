import type { Account } from './studio.ts';

/** A work of sixty scenes, none of them made. */
export async function sixtyScenes(client: Account['client']) {
  const project = await client.createProject({ name: 'Sixty scenes' });
  const resolution = { width: 144, height: 256 };
  const work = await client.createWork({ projectId: project.id, name: 'Long film', resolution });
  const place = { projectId: project.id, workId: work.id };
  const scenes = Array.from({ length: 60 }, (_, index) => ({
    duration_seconds: 1,
    image_prompt: `Bottle number ${index + 1} on warm stone`,
    video_prompt: 'slow push in',
  }));
  await client.arrangeScenes({ ...place, scenes });
  return { ...place, url: `/p/${project.id}/w/${work.id}` };
}
