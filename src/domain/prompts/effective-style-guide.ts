import type { StyleGuide } from '#contract/style-guide.ts';

/** The style a work is made in: its own fields, and the project's where it has none. */
export function effectiveStyleGuide(project: StyleGuide, work: StyleGuide | null | undefined): StyleGuide {
  return { ...project, ...work };
}
