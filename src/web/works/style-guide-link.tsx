import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import type { StyleGuide } from '#contract/style-guide.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Swatches } from './swatches.tsx';

interface StyleGuideLinkProps {
  readonly projectId: string;
  readonly styleGuide: StyleGuide;
}

/** The colours and the tone that the works of a project have in common; leads to where they are set. */
export function StyleGuideLink({ projectId, styleGuide }: StyleGuideLinkProps) {
  const t = useStrings('works');
  const { color_palette: colours = [], tone, tempo } = styleGuide;
  const words = [tone, tempo && t.tempo[tempo]].filter(Boolean).join('; ');
  return (
    <Link
      to="/p/$projectId/settings/$tab"
      params={{ projectId, tab: 'style' }}
      className="flex min-w-0 items-center gap-3 rounded-6 border border-line2 p-2 text-ink no-underline transition-colors duration-150 hover:bg-panel max-sm:w-full"
    >
      {colours.length > 0 && <Swatches colours={colours} className="h-7 w-24 shrink-0" />}
      <span className="min-w-0 grow sm:max-w-56">
        <span className="block text-12 font-semibold">{t.styleGuide}</span>
        <span className="block truncate text-12 text-ink2">{words || t.noStyle}</span>
      </span>
      <Glyph icon={ArrowRight} className="text-ink2 rtl:-scale-x-100" />
    </Link>
  );
}
