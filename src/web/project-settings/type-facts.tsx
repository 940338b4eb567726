import type { ReactNode } from 'react';
import type { ProjectType } from '#contract/project.ts';
import { projectPresets } from '#domain/project-presets.ts';
import { formatList } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Swatches } from '../works/swatches.tsx';

/** What a type of project brings along at the beginning, in a few lines. */
export function TypeFacts({ projectType }: { readonly projectType: ProjectType }) {
  const t = useStrings('projectSettings');
  const guide = projectPresets[projectType].styleGuide;
  return (
    <section aria-label={t.typeSets} className="rounded-10 bg-panel p-4">
      <h2 className="text-12 font-semibold text-ink2">{t.typeSets}</h2>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5 text-13">
        <Line term={t.fields.color_palette}>
          {guide.color_palette?.length ? (
            <Swatches colours={guide.color_palette} className="h-5 w-32" />
          ) : (
            t.fromTheBrief
          )}
        </Line>
        <Line term={t.fields.tone}>
          <span lang="en">{guide.tone}</span>
        </Line>
        <Line term={t.fields.tempo}>{guide.tempo && t.tempos[guide.tempo]}</Line>
        <Line term={t.fields.camera_style}>
          <span lang="en">{guide.camera_style}</span>
        </Line>
        <Line term={t.fields.must_avoid}>
          <span lang="en">{formatList(guide.must_avoid ?? [])}</span>
        </Line>
      </dl>
    </section>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-12 text-ink3">{term}</dt>
      <dd className="min-w-0 text-ink2">{children}</dd>
    </>
  );
}
