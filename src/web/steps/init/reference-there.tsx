import { Replace, Trash2 } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Work } from '#contract/work.ts';
import { formatTimecode } from '../../app/format.ts';
import { referenceFactsQuery, referenceUrl } from '../../queries/references.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useRemoveReference } from './use-remove-reference.ts';

interface ReferenceThereProps {
  readonly work: Work;
  readonly accept: string;
  readonly onReplace: (file: File) => void;
}

/** The reference video of a work: to be played, replaced, taken away. */
export function ReferenceThere({ work, accept, onReplace }: ReferenceThereProps) {
  const { reference: t } = useStrings('init');
  const { data: facts } = useQuery(referenceFactsQuery(work.projectId, work.id));
  const [asks, setAsks] = useState<'replace' | 'remove' | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const remove = useRemoveReference(work);
  const place = { projectId: work.projectId, workId: work.id };
  const fps = facts?.fps ? String(Math.round((facts.fps.num / facts.fps.den) * 100) / 100) : '';
  const choose = () => file.current?.click();
  return (
    <div className="flex flex-col overflow-hidden rounded-6 border border-line bg-panel sm:flex-row">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a video of the user's own brings none */}
      <video
        key={`${facts?.sizeBytes ?? 0}`}
        controls
        preload="none"
        playsInline
        poster={referenceUrl(place, 'poster')}
        src={referenceUrl(place)}
        aria-label={t.video}
        className="aspect-video w-full bg-film object-contain sm:w-72"
      />
      <div className="flex min-w-0 grow flex-col gap-1 p-3">
        <p className="text-13 font-semibold">{work.analysis ? t.analyzed(work.analysis.scene_count) : t.notAnalyzed}</p>
        {facts && (
          <p className="text-12 text-ink2">
            {[
              formatTimecode(facts.durationS ?? 0),
              t.facts(facts.width ?? 0, facts.height ?? 0, fps),
              ...(facts.hasAudio ? [] : [t.silent]),
            ].join(', ')}
          </p>
        )}
        <div className="mt-auto flex flex-wrap gap-2 pt-3">
          {work.analysis && (
            <ButtonLink size="sm" to="/p/$projectId/w/$workId/analyze" params={place}>
              {t.seeAnalysis}
            </ButtonLink>
          )}
          <Button size="sm" icon={Replace} onClick={() => (work.analysis ? setAsks('replace') : choose())}>
            {t.replace}
          </Button>
          <Button size="sm" variant="quiet" icon={Trash2} onClick={() => setAsks('remove')}>
            {t.remove}
          </Button>
        </div>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (chosen) onReplace(chosen);
        }}
      />
      <ConfirmDialog
        open={asks === 'replace'}
        onOpenChange={(open) => setAsks(open ? 'replace' : null)}
        {...t.askReplace}
        onConfirm={choose}
      />
      <ConfirmDialog
        open={asks === 'remove'}
        onOpenChange={(open) => setAsks(open ? 'remove' : null)}
        {...t.askRemove}
        danger
        onConfirm={() => remove.actAsync(undefined)}
      />
    </div>
  );
}
