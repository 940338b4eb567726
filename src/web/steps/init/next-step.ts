import type { Work } from '#contract/work.ts';
import { startOf } from './start-from.ts';

/** What comes after the brief, and what still has to be said before it can be pressed. */
export interface NextStep {
  readonly kind: 'analyze' | 'write' | 'open-script';
  readonly missing: 'subject' | 'reference' | 'pictures' | null;
}

type Brief = Pick<
  Work,
  'mode' | 'assetUsageMode' | 'hasReferenceVideo' | 'productName' | 'productDescription' | 'selectedAssetIds'
>;

/** Decides by the brief as it stands on the screen. */
export function nextStep(
  brief: Brief,
  { hasAnalysis, hasScenes }: { readonly hasAnalysis: boolean; readonly hasScenes: boolean },
): NextStep {
  if (hasScenes) return { kind: 'open-script', missing: null };
  const start = startOf(brief);
  if (start === 'reference' && !hasAnalysis)
    return { kind: 'analyze', missing: brief.hasReferenceVideo ? null : 'reference' };
  if (start === 'pictures' && brief.selectedAssetIds.length === 0) return { kind: 'write', missing: 'pictures' };
  const isSaid = (words: string | null): boolean => (words ?? '').trim() !== '';
  const isSubjectKnown = isSaid(brief.productName) || isSaid(brief.productDescription) || start === 'pictures';
  return { kind: 'write', missing: isSubjectKnown ? null : 'subject' };
}
