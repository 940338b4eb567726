import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Clapperboard } from 'lucide-react';
import type { Asset } from '#contract/asset.ts';
import type { TemplateContent } from '#contract/template.ts';
import { assetsQuery } from '../queries/assets.ts';
import { workOverviewsQuery } from '../queries/overview.ts';
import { templateQuery } from '../queries/templates.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TemplateContents } from './template-contents.tsx';
import { TemplateThumb } from './template-thumb.tsx';

interface TemplateSheetProps {
  readonly projectId: string;
  readonly templateId: string | undefined;
  readonly onClose: () => void;
}

/** One template: how it looks, what it holds, what is missing, and the works it can be applied in. */
export function TemplateSheet({ projectId, templateId, onClose }: TemplateSheetProps) {
  const t = useStrings('templates');
  const { data: template } = useQuery({
    ...templateQuery(projectId, templateId ?? ''),
    enabled: templateId !== undefined,
  });
  const { data: assets } = useQuery({ ...assetsQuery(projectId), enabled: templateId !== undefined });
  const { data: works } = useQuery({ ...workOverviewsQuery(projectId), enabled: templateId !== undefined });
  const missing = missingOf(template?.content, assets?.assets);
  return (
    <Sheet
      open={templateId !== undefined}
      onOpenChange={(open) => open || onClose()}
      title={template?.name ?? t.details}
    >
      {template ? (
        <div className="flex flex-col gap-5">
          <TemplateThumb template={template} />
          {template.description && <p className="text-13 text-pretty text-ink2">{template.description}</p>}
          {missing > 0 && (
            <Notice tone="attention" title={t.missingFiles(missing)}>
              {t.missingText}
            </Notice>
          )}
          <TemplateContents content={template.content} />
          <section className="flex flex-col gap-1">
            <h2 className="text-12 font-semibold text-ink2">{t.applyIn}</h2>
            {works?.length === 0 && <p className="text-13 text-ink3">{t.noWorks}</p>}
            <ul>
              {works?.map((work) => (
                <li key={work.id}>
                  <Link
                    to="/p/$projectId/w/$workId/editor"
                    params={{ projectId, workId: work.id }}
                    search={{ panel: 'templates', template: template.id }}
                    className="-mx-2 flex min-h-8 items-center gap-2 rounded-6 px-2 text-13 text-ink no-underline hover:bg-lift touch:min-h-11"
                  >
                    <Glyph icon={Clapperboard} className="text-ink2" />
                    <span className="min-w-0 truncate">{work.name}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        </div>
      ) : (
        <Skeleton className="aspect-square w-full rounded-6" />
      )}
    </Sheet>
  );
}

/** How many files of the project a template uses that are there no more; none until both are known. */
function missingOf(content: TemplateContent | undefined, assets: readonly Asset[] | undefined): number {
  if (!content || !assets) return 0;
  const known = new Set(assets.map(({ id }) => id));
  const used = [
    ...content.imageOverlays.map(({ assetId }) => assetId),
    ...content.textOverlays.flatMap(({ fontAssetId }) => fontAssetId ?? []),
  ];
  return new Set(used.filter((id) => !known.has(id))).size;
}
