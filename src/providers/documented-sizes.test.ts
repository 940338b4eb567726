import { expect, test } from 'vitest';
import { providers } from './all.ts';
import { descriptorFor } from './descriptor-for.ts';
import { mapSize } from './map-size.ts';

/** The table "Provider mapping" of the Works API page, and the model each of its lines was written for. */
const DOCUMENTED = [
  ['dalle', 'image', 'dall-e-3', 1080, 1920, '{"size":"1024x1792"}'],
  ['dalle', 'image', 'dall-e-3', 1920, 1080, '{"size":"1792x1024"}'],
  ['dalle', 'image', 'dall-e-3', 1080, 1080, '{"size":"1024x1024"}'],
  ['runway', 'video', 'gen3a_turbo', 1080, 1920, '{"ratio":"768:1280"}'],
  ['runway', 'video', 'gen3a_turbo', 1920, 1080, '{"ratio":"1280:768"}'],
  ['runway', 'video', 'gen3a_turbo', 1080, 1080, '{}'],
  ['gemini', 'video', 'veo-2.0-generate-001', 1080, 1920, '{"aspectRatio":"9:16"}'],
  ['gemini', 'video', 'veo-2.0-generate-001', 1920, 1080, '{"aspectRatio":"16:9"}'],
  ['gemini', 'video', 'veo-2.0-generate-001', 1080, 1080, '{"aspectRatio":"1:1"}'],
  ['gemini', 'image', 'gemini-2.5-flash-image', 1080, 1920, '{}'],
  ['gemini', 'image', 'gemini-2.5-flash-image', 1920, 1080, '{}'],
  ['gemini', 'image', 'gemini-2.5-flash-image', 1080, 1080, '{}'],
] as const;

test.each(DOCUMENTED)(
  '%s (%s), %s is sent for %d x %d what is documented: %5$s',
  (id, role, model, width, height, sent) => {
    const provider = providers.find((candidate) => candidate.id === id);
    const descriptor = provider && descriptorFor(provider, role, model);
    expect(descriptor?.id).toBe(model);
    expect(provider?.models).toContain(descriptor);
    const { fields, notes } = mapSize(descriptor, { width, height });
    expect(JSON.stringify(fields)).toBe(sent);
    expect(notes).toEqual([]);
  },
);
