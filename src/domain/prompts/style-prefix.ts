import type { StyleGuide } from '#contract/style-guide.ts';

const pace = {
  fast: 'quick and energetic',
  medium: 'steady',
  slow: 'slow and calm',
} as const;

/** The style guide in words a picture or video model follows; empty where it says nothing. */
export function stylePrefix(styleGuide: StyleGuide): string {
  const {
    tone,
    color_palette: colours,
    tempo,
    camera_style: camera,
    brand_voice: voice,
    must_include: wanted,
    must_avoid: unwanted,
  } = styleGuide;
  return [
    sentence('Tone', tone),
    sentence('Colour palette', colours?.join(', ')),
    sentence('Pace', tempo && pace[tempo]),
    sentence('Camera', camera),
    sentence('Brand', voice),
    sentence('Always include', wanted?.join(', ')),
    sentence('Never include', unwanted?.join(', ')),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function sentence(label: string, words: string | undefined): string {
  const trimmed = words?.trim().replace(/[.;,\s]+$/, '') ?? '';
  return trimmed === '' ? '' : `${label}: ${trimmed}.`;
}
