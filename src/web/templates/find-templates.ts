import type { TemplateSummary } from '#contract/template.ts';

/** The templates whose name, description or tags hold the words, the last changed first. */
export function findTemplates(
  templates: readonly TemplateSummary[],
  q: string | undefined,
): readonly TemplateSummary[] {
  const words = (q ?? '').trim().toLocaleLowerCase();
  return templates
    .filter(({ name, description, tags }) =>
      [name, description ?? '', ...(tags ?? [])].some((said) => said.toLocaleLowerCase().includes(words)),
    )
    .toSorted((one, other) => other.updatedAt - one.updatedAt);
}
