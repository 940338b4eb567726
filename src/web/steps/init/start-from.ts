import type { Work, WorkFields } from '#contract/work.ts';

/** What a film begins with. */
export type Start = 'brief' | 'reference' | 'pictures';

/** What a work begins with, as its mode and its use of assets say it. */
export function startOf(work: Pick<Work, 'mode' | 'assetUsageMode' | 'hasReferenceVideo'>): Start {
  if (work.assetUsageMode === 'direct') return 'pictures';
  return work.hasReferenceVideo || work.mode === 'style_transfer' ? 'reference' : 'brief';
}

/** What is saved where a film is to begin with something else. */
export const startChanges = {
  brief: { mode: 'content_remix', assetUsageMode: 'reference' },
  reference: { mode: 'style_transfer', assetUsageMode: 'reference' },
  pictures: { mode: 'content_remix', assetUsageMode: 'direct' },
} as const satisfies Record<Start, Pick<WorkFields, 'mode' | 'assetUsageMode'>>;
