import { Link } from '@tanstack/react-router';
import type { TemplateSummary } from '#contract/template.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Badge } from '../ui/badge.tsx';
import { overlaysInWords } from './overlays-in-words.ts';
import { TemplateMenu } from './template-menu.tsx';
import { TemplateThumb } from './template-thumb.tsx';

interface TemplateCardProps {
  readonly projectId: string;
  readonly template: TemplateSummary;
}

/** A template by its looks; the whole card opens it. */
export function TemplateCard({ projectId, template }: TemplateCardProps) {
  const t = useStrings('templates');
  const { id, name, tags = [], textOverlayCount, imageOverlayCount } = template;
  return (
    <li className="relative flex min-w-0 flex-col rounded-10 bg-panel p-2 transition-colors duration-150 has-[a[data-card]:focus-visible]:outline-2 has-[a[data-card]:focus-visible]:outline-offset-2 has-[a[data-card]:focus-visible]:outline-ink has-[a[data-card]:hover]:bg-raise">
      <TemplateThumb template={template} />
      <div className="flex items-start justify-between gap-1 px-0.5 pt-2">
        <Link
          to="/p/$projectId/templates"
          params={{ projectId }}
          search={(now) => ({ ...now, template: id })}
          resetScroll={false}
          data-card
          className="min-w-0 truncate py-0.5 text-13 font-semibold text-ink no-underline outline-none after:absolute after:inset-0"
        >
          {name}
        </Link>
        <span className="relative z-1 -my-1 -me-1.5">
          <TemplateMenu projectId={projectId} template={template} />
        </span>
      </div>
      <p className="px-0.5 text-12 text-ink3">
        {overlaysInWords({ texts: textOverlayCount, images: imageOverlayCount }, t)}
      </p>
      {tags.length > 0 && (
        <div className="flex flex-wrap gap-1 px-0.5 pt-2">
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </div>
      )}
    </li>
  );
}
