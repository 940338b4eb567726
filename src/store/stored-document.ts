import type { z } from 'zod';
import { AnalysisResult } from '#contract/analysis.ts';
import { StyleGuide } from '#contract/style-guide.ts';
import { MediaFacts } from '#contract/take.ts';
import { TemplateContent } from '#contract/template.ts';
import { Timeline, TIMELINE_SCHEMA_VERSION } from '#contract/timeline.ts';

/** A kind of document that is kept as JSON, beside the version it was written in. */
export interface StoredDocument<T> {
  /** What is written now. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** `up[n - 1]` turns version n into n + 1; one less than there are versions. */
  readonly up: readonly ((older: unknown) => unknown)[];
}

export const styleGuideDocument: StoredDocument<StyleGuide> = { version: 1, schema: StyleGuide, up: [] };
export const analysisDocument: StoredDocument<AnalysisResult> = { version: 1, schema: AnalysisResult, up: [] };
export const timelineDocument: StoredDocument<Timeline> = {
  version: TIMELINE_SCHEMA_VERSION,
  schema: Timeline,
  up: [],
};
export const mediaFactsDocument: StoredDocument<MediaFacts> = { version: 1, schema: MediaFacts, up: [] };
export const templateDocument: StoredDocument<TemplateContent> = { version: 1, schema: TemplateContent, up: [] };

/** Reads a stored document of any version so far; throws when it is none. */
export function readDocument<T>(document: StoredDocument<T>, value: unknown, version: number): T {
  let current = value;
  for (const step of document.up.slice(version - 1)) current = step(current);
  return document.schema.parse(current);
}
