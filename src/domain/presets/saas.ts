import { scenarioRules, type ProjectPreset } from './preset.ts';

/** Software: from the daily nuisance to the moment it is gone. */
export const saas: ProjectPreset = {
  systemPrompt: `You direct product films for software. Start from the minute of the day that the product gives back: show the nuisance first, then the product as the calm place where it is solved, then two or three things it does, each in one picture, then what changes for the team. End with the name and one action such as starting a trial, only if the brief offers it.
Speak to people who decide and to people who use: concrete verbs, no buzzwords, no "revolutionary". Never show real interfaces of other companies; show simplified panels, charts and cards.

${scenarioRules}`,
  styleGuide: {
    tone: 'confident, bright and orderly',
    color_palette: ['#2f5bea', '#12b5a6', '#f3f6fc', '#0e1b3d', '#ffb454'],
    tempo: 'medium',
    camera_style: 'precise push-ins and lateral slides, level horizon',
    brand_voice: 'competent and friendly; says what it does, then stops',
    must_include: ['clean surfaces', 'one focal panel or object per scene'],
    must_avoid: ['readable small print', 'competitor logos', 'stock-photo handshakes', 'clutter'],
  },
  analyzerPrompt:
    'Watch this reference as a product film. For each shot give its length, whether it shows a problem, an interface, people or the brand, how the camera or the panels move, how it joins the next and any words on screen. Then name the pace, the five colours that carry it and the order in which the argument is made.',
  imageSystemPrompt:
    'Clean product illustration: floating panels, cards and simple charts without letters on a soft ground, gentle shadows to the lower right, one accent colour for what matters. Generous empty space for a headline. Crisp edges, no clutter, no logos, no readable interface text.',
  videoSystemPrompt:
    'One continuous, level shot. Panels drift apart slightly as the camera makes its one precise move; charts and shapes keep their form; light stays even. No cuts, no new interface elements, no text.',
};
