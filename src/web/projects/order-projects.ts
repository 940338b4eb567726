import type { ProjectOverview } from '#contract/overview.ts';

/** The orders projects may be listed in; the first is the one unless another is asked for. */
export const ORDERS = ['needs', 'changed', 'name', 'spent'] as const;
export type Order = (typeof ORDERS)[number];

/** Projects in an order, those left out whose names say nothing of the words. */
export function orderProjects(
  projects: readonly ProjectOverview[],
  { order, words, language }: { readonly order: Order; readonly words: string; readonly language: string },
): readonly ProjectOverview[] {
  const wanted = folded(words, language);
  const found = projects.filter(({ name, latest }) =>
    [name, latest?.name ?? ''].some((text) => folded(text, language).includes(wanted)),
  );
  const byTime = (a: ProjectOverview, b: ProjectOverview): number => b.updatedAt - a.updatedAt;
  return found.toSorted((a, b) => {
    switch (order) {
      case 'needs':
        return urgency(b) - urgency(a) || byTime(a, b);
      case 'changed':
        return byTime(a, b);
      case 'name':
        return a.name.localeCompare(b.name, language);
      case 'spent':
        return b.spentMicroUsd - a.spentMicroUsd || byTime(a, b);
      default:
        return order satisfies never;
    }
  });
}

/** What needs its user comes first, then what runs; a failure is no less than a picture to look at once that is done. */
function urgency({ needs, running }: ProjectOverview): number {
  if (needs.some(({ what }) => what !== 'failed')) return 3;
  if (running.length > 0) return 2;
  return needs.length > 0 ? 1 : 0;
}

const folded = (text: string, language: string): string => text.trim().toLocaleLowerCase(language);
