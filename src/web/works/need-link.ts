import type { Need } from '#contract/overview.ts';
import type { Step } from '../pieces/step-states.ts';
import { stepOfNeed } from './steps-of-work.ts';

const KEY_TROUBLE: readonly (string | undefined)[] = ['provider_invalid_key', 'provider_key_missing'];

/** Whether something failed for want of a key: it is mended in the settings. */
export const isAboutKey = ({ what, code }: Pick<Need, 'what' | 'code'>): boolean =>
  what === 'failed' && KEY_TROUBLE.includes(code);

/** Where something that waits is looked at, as links of the router take it. */
export function needLink(place: { readonly projectId: string; readonly workId: string }, need: Need) {
  const step: Step = stepOfNeed(need.what, need.kind);
  return {
    to: `/p/$projectId/w/$workId/${step}` as const,
    params: place,
    search: need.sceneIndex === null ? {} : { scene: need.sceneIndex },
  };
}
