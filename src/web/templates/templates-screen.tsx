import { useSuspenseQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { useDeferredValue } from 'react';
import { ProjectTabs } from '../pieces/project-tabs.tsx';
import { templatesQuery } from '../queries/templates.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { worksGrid } from '../works/works-grid.ts';
import { findTemplates } from './find-templates.ts';
import { TemplateCard } from './template-card.tsx';
import { TemplateSheet } from './template-sheet.tsx';
import { templatesRoute } from './templates-route.ts';

const SEARCHED_FROM = 6; // fewer are seen at a glance

/** The templates of a project: what can be laid over its films. */
export function TemplatesScreen() {
  const t = useStrings('templates');
  const { projectId } = templatesRoute.useParams();
  const { q, template } = templatesRoute.useSearch();
  const navigate = templatesRoute.useNavigate();
  const { data: templates } = useSuspenseQuery(templatesQuery(projectId));
  const shown = findTemplates(templates, useDeferredValue(q));
  return (
    <>
      <ProjectTabs projectId={projectId} />
      <main id="content" className="flex min-w-0 grow flex-col gap-4 px-4 pt-6 pb-24 sm:px-6">
        {templates.length === 0 ? (
          <EmptyState
            isScreen
            icon={LayoutTemplate}
            title={t.title(0)}
            text={t.emptyText}
            action={
              <ButtonLink to="/p/$projectId" params={{ projectId }}>
                {t.toWorks}
              </ButtonLink>
            }
          />
        ) : (
          <>
            <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
              <div className="min-w-60 flex-1">
                <h1 tabIndex={-1} className="text-23">
                  {t.title(templates.length)}
                </h1>
                <p className="mt-1 text-13 text-ink2">{t.intro}</p>
              </div>
              {(templates.length >= SEARCHED_FROM || q !== undefined) && (
                <SearchField
                  label={t.search}
                  placeholder={t.search}
                  value={q ?? ''}
                  onValueChange={(next) =>
                    void navigate({ search: (now) => ({ ...now, q: next === '' ? undefined : next }), replace: true })
                  }
                  className="w-full sm:w-72"
                />
              )}
            </header>
            {shown.length === 0 ? (
              <EmptyState
                title={t.noneFound}
                text={t.noneFoundText(q ?? '')}
                action={<Button onClick={() => void navigate({ search: {} })}>{t.clearSearch}</Button>}
              />
            ) : (
              <ul aria-label={t.list} className={worksGrid}>
                {shown.map((one) => (
                  <TemplateCard key={one.id} projectId={projectId} template={one} />
                ))}
              </ul>
            )}
          </>
        )}
      </main>
      <TemplateSheet
        projectId={projectId}
        templateId={template}
        onClose={() => void navigate({ search: (now) => ({ ...now, template: undefined }), resetScroll: false })}
      />
    </>
  );
}
