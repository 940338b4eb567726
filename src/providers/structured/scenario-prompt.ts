import type { AnalysisResult } from '#contract/analysis.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import type { ScenarioRequest } from '../provider.ts';

/** A part of a prompt. */
type Section = readonly [title: string, lines: readonly string[]];

/** The brief of a film in sections, as a model is told it; what is empty is not mentioned. */
export function scenarioPrompt(request: ScenarioRequest): string {
  return inSections([...briefSections(request), ['What to write', wantedLines(request)]]);
}

/** What is known of a film, whatever is to be written of it. */
export function briefSections(request: ScenarioRequest): readonly Section[] {
  return [
    ['The brief', briefLines(request)],
    ['How this studio works', [request.systemPrompt]],
    ['Style guide', styleLines(request.styleGuide)],
    ['Knowledge', [request.knowledge]],
    ['The reference film', request.analysis ? analysisLines(request.analysis, request.intent.mode) : []],
    ['Pictures of the user', assetLines(request)],
  ];
}

/** A prompt of sections, those without a word left out. */
export function inSections(sections: readonly Section[]): string {
  return sections
    .map(([title, lines]) => [title, lines.map((line) => line.trim()).filter((line) => line !== '')] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n${lines.join('\n')}`)
    .join('\n\n');
}

const line = (label: string, words: string | undefined): string => (words?.trim() ? `${label}: ${words.trim()}` : '');

const kinds: Readonly<Record<string, string>> = {
  saas: 'a film for a piece of software',
  news: 'a news report',
  social: 'a film for social media',
  ecommerce: 'a product film',
  educational: 'a film that explains',
};

function briefLines({ projectType, intent }: ScenarioRequest): readonly string[] {
  return [
    line('Kind', kinds[projectType]),
    line('Subject', intent.productName),
    line('About it', intent.productDescription),
    line('Audience', intent.targetAudience),
    `Length of the film: ${String(intent.videoDurationS)} seconds`,
    `Language of the words on the pictures (BCP 47): ${intent.language}`,
  ];
}

function styleLines(guide: StyleGuide): readonly string[] {
  return [
    line('Tone', guide.tone),
    line('Colours, to be named in the image prompts', guide.color_palette?.join(', ')),
    line('Tempo', guide.tempo),
    line('Camera', guide.camera_style),
    line('Voice of the brand', guide.brand_voice),
    line('Always include', guide.must_include?.join('; ')),
    line('Always avoid', guide.must_avoid?.join('; ')),
  ];
}

function analysisLines(analysis: AnalysisResult, mode: ScenarioRequest['intent']['mode']): readonly string[] {
  const { overall_tone, color_palette, tempo, scenes } = analysis;
  const purpose =
    mode === 'style_transfer'
      ? 'Take over its look and rhythm for the subject of the brief: proportions of shot lengths, joins, camera moves, light and colours. Not its story.'
      : 'Tell its story anew for the subject of the brief: the order of its ideas, its rhythm and its joins. Not its words.';
  return [
    purpose,
    line('Tone', overall_tone),
    line('Colours', color_palette.join(', ')),
    line('Tempo', tempo),
    ...scenes.map(
      ({ index, duration_seconds, description, camera_movement, transition, text_overlay }) =>
        `Shot ${String(index)}: ${String(Math.round(duration_seconds * 100) / 100)} s; camera: ${camera_movement}; ` +
        `then: ${transition}; ${description}${text_overlay ? ` Words: "${text_overlay}"` : ''}`,
    ),
  ];
}

function assetLines({ assets, assetUsageMode }: ScenarioRequest): readonly string[] {
  if (assets.length === 0) return [];
  const isDirect = assetUsageMode === 'direct';
  return [
    isDirect
      ? 'These pictures are the film: exactly one scene each, in this order. They are not drawn again, so that image_prompt says what the picture shows, and video_prompt moves what is in it.'
      : 'The picture model is shown these with every scene. Say by name where one is to be seen, and describe it in the image prompt as it is.',
    ...assets.map(
      ({ id, name, description }, place) =>
        `${String(place + 1)}. ${name} (${id})${description.trim() === '' ? '' : `: ${description.trim()}`}`,
    ),
  ];
}

function wantedLines({ intent, assets, assetUsageMode, analysis }: ScenarioRequest): readonly string[] {
  const direct = assetUsageMode === 'direct' && assets.length > 0 ? assets.length : undefined;
  const count = direct ?? intent.sceneCount;
  const scenes =
    count !== undefined
      ? `Exactly ${String(count)} scene${count === 1 ? '' : 's'}`
      : analysis !== null && analysis.scenes.length > 0
        ? 'About as many scenes as the reference film has for this length'
        : 'As many scenes as the tempo asks for: a shot is 2 to 3 seconds in a fast film, 3 to 4 in a medium one, 4 to 6 in a slow one';
  return [`${scenes}, ${String(intent.videoDurationS)} seconds together.`];
}
