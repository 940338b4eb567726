import { scenarioRules, type ProjectPreset } from './preset.ts';

/** Seen with the thumb hovering: the first second decides. */
export const social: ProjectPreset = {
  systemPrompt: `You direct short vertical films for social feeds. The first scene must stop a thumb without lying: an unexpected picture, a bold statement from the brief, or the result before the explanation. Then go fast: one benefit per scene, each with a few words that are understood without sound. End with the name and a small, friendly ask.
Write like a person, not like an advertisement. Keep the lowest fifth and the right edge of the frame free, where apps put their buttons.

${scenarioRules}`,
  styleGuide: {
    tone: 'lively, direct and playful',
    color_palette: ['#ff5a5f', '#6c4cf1', '#ffd166', '#fff4ec', '#221042'],
    tempo: 'fast',
    camera_style: 'bold pushes and whip-like slides, tight framing',
    brand_voice: 'talks like a friend who found something good',
    must_include: ['a strong first frame'],
    must_avoid: ['small details', 'muted grey scenes', 'clickbait', 'text in the picture'],
  },
  analyzerPrompt:
    'Watch this reference as a social clip. Say what the first second shows and why one would stay. For each shot give its length, subject, camera move, join to the next and words on screen. Then name the pace (shots per ten seconds), the colours and how the words are placed.',
  imageSystemPrompt:
    'Bold, graphic vertical picture: one large subject, saturated colour fields, strong light, simple shapes that read at thumb size. Upper third calm for words, nothing important in the lowest fifth. No letters, no watermark.',
  videoSystemPrompt:
    'One energetic continuous shot: the described move starts at once and keeps going, the subject stays large and sharp, colours stay saturated. No cuts, no filters, no text.',
};
