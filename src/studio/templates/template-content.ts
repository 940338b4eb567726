import { Problem } from '#contract/problems.ts';
import type { TemplateContent } from '#contract/template.ts';
import { frameOfTemplate } from '#domain/templates/frame-of-template.ts';
import { transitionFromName } from '#domain/timeline/transition-names.ts';

/**
 * A content as it is kept: with the frame its pixels were measured in, and its transition by the name we have for it.
 *
 * @throws Problem `invalid_input` for a transition that there is not
 */
export function templateContent(content: TemplateContent): TemplateContent {
  const { defaultTransition } = content;
  return {
    ...content,
    ...(defaultTransition && {
      defaultTransition: { type: knownTransition(defaultTransition.type), duration: defaultTransition.duration },
    }),
    frameSize: { ...frameOfTemplate(content) },
  };
}

function knownTransition(name: string): string {
  const { type, known } = transitionFromName(name);
  if (known) return type;
  const reason = `content.defaultTransition.type: there is no transition “${name}”`;
  throw new Problem('invalid_input', { reason });
}
