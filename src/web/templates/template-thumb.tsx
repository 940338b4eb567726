import { LayoutTemplate } from 'lucide-react';
import type { TemplateSummary } from '#contract/template.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';

/** What a template puts over a film, drawn by the server; a mark where there is nothing to draw. */
export function TemplateThumb({ template }: { readonly template: Pick<TemplateSummary, 'thumbnail' | 'updatedAt'> }) {
  const t = useStrings('templates');
  const { thumbnail, updatedAt } = template;
  return (
    <span className="relative grid aspect-square place-items-center overflow-hidden rounded-6 bg-film">
      {thumbnail ? (
        <img
          src={`${thumbnail}?${updatedAt}`}
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full object-contain p-2"
        />
      ) : (
        <span className="grid justify-items-center gap-1 text-12 text-white/75">
          <Glyph icon={LayoutTemplate} />
          {t.nothingToDraw}
        </span>
      )}
    </span>
  );
}
