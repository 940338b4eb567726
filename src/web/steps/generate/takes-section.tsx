import { useSuspenseQuery } from '@tanstack/react-query';
import { Columns2, ImagePlus, Upload } from 'lucide-react';
import type { TakeKind } from '#contract/take.ts';
import { takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { usePanelSearch } from './panel-search.ts';
import { TakesFacts } from './takes-facts.tsx';
import { TakesList } from './takes-list.tsx';
import { comparedWith, numberedTakes, viewedTake } from './takes-numbered.ts';
import { TakesUpload } from './takes-upload.tsx';
import { TakesView } from './takes-view.tsx';

interface TakesSectionProps extends ScenePlace {
  readonly kind: TakeKind;
}

/** Every take of a scene's picture or clip: the one looked at, large, beside the list of all; two of them compared. */
export function TakesSection({ kind, ...place }: TakesSectionProps) {
  const t = useStrings('scenePanel');
  const { take, compare, go } = usePanelSearch();
  const { data } = useSuspenseQuery(takesQuery(place));
  const takes = numberedTakes(data, kind);
  const viewed = viewedTake(takes, take);
  const other = viewed && takes.find(({ id }) => id === compare && id !== viewed.id);
  const rival = viewed && comparedWith(takes, viewed);
  const startCompare = () => rival && go({ compare: rival.id });
  return (
    <section aria-label={t.takes} className="flex flex-col gap-2">
      <div className="flex min-h-7 items-center gap-1">
        <h3 className="grow text-12 text-ink2">{t.takes}</h3>
        <TakesUpload {...place} kind={kind} shown={takes.find(({ picked }) => picked) ?? null} icon={Upload} />
        <Button size="sm" variant="quiet" icon={Columns2} onClick={startCompare} disabled={!rival}>
          {t.compare}
        </Button>
      </div>
      {viewed ? (
        <>
          <div
            className={
              isUpright(viewed.facts) ? 'grid grid-cols-[minmax(0,9.75rem)_minmax(0,1fr)] gap-2' : 'grid gap-2'
            }
          >
            <TakesView {...place} take={viewed} />
            <TakesList {...place} takes={takes} viewed={viewed} onCompare={startCompare} />
          </div>
          <TakesFacts take={viewed} />
        </>
      ) : (
        <EmptyState
          icon={ImagePlus}
          title={kind === 'image' ? t.noPicture : t.noClip}
          text={kind === 'image' ? t.noPictureText : t.noClipText}
          className="py-8"
        />
      )}
      {viewed && other && (
        <CompareDialog
          {...place}
          a={other}
          b={viewed}
          takes={takes}
          onChange={(next) => go(next, 'passing')}
          onClose={() => go({ compare: undefined }, 'passing')}
        />
      )}
    </section>
  );
}

const isUpright = ({ width, height }: { readonly width: number | null; readonly height: number | null }): boolean =>
  (width ?? 0) <= (height ?? 0) * 0.9;
