import type { TemplateContent } from '#contract/template.ts';

const USUAL_FRAME = { width: 1080, height: 1920 }; // what a work has that says nothing else

/** The frame a template's pixels were measured in: what was kept with it, else what it exports to. */
export function frameOfTemplate(content: TemplateContent): { readonly width: number; readonly height: number } {
  const { frameSize, exportSettings } = content;
  if (frameSize) return frameSize;
  return exportSettings ? { width: exportSettings.width, height: exportSettings.height } : USUAL_FRAME;
}
