import type { StyleGuide } from '#contract/style-guide.ts';

/** What a type of project brings along: everything a model needs to be told, ready to use and to be edited. */
export interface ProjectPreset {
  /** For the scenario: who writes, for whom, how a film of this type goes. */
  readonly systemPrompt: string;
  readonly styleGuide: StyleGuide;
  readonly analyzerPrompt: string;
  readonly imageSystemPrompt: string;
  readonly videoSystemPrompt: string;
}

/** The rules of every scenario, whatever the type. */
export const scenarioRules = `Rules for every film:
- Use only facts from the brief and the knowledge. Never invent numbers, prices, awards, quotes or customers.
- One idea per scene. Scene durations add up to the length that is asked for.
- Words on the picture: at most 42 characters, in the language that is asked for, no hashtags, no emoji unless the brief has them. A scene may go without.
- An image prompt names the subject, the place, the light, the colours and the composition, and leaves a calm area for words. It never asks for letters or logos.
- A video prompt names one camera move and one small movement in the picture. No two neighbouring scenes move alike.
- At most three kinds of transition in one film; most joins are simple.`;
