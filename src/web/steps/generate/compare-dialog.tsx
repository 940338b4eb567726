import { useQuery } from '@tanstack/react-query';
import { Check, Columns2, SquareSplitHorizontal } from 'lucide-react';
import { useState } from 'react';
import { comparisonQuery, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CompareDifferences } from './compare-differences.tsx';
import { ComparePictures } from './compare-pictures.tsx';
import { useTakeActions } from './takes-actions.ts';
import type { NumberedTake } from './takes-numbered.ts';

interface CompareDialogProps extends ScenePlace {
  readonly a: NumberedTake;
  readonly b: NumberedTake;
  readonly takes: readonly NumberedTake[];
  /** Another take on either side: `compare` is the first, `take` the second. */
  readonly onChange: (next: { readonly compare?: string; readonly take?: string }) => void;
  readonly onClose: () => void;
}

/** Two takes of a scene beside each other, what differs between them, and the choice of one. */
export function CompareDialog({ a, b, takes, onChange, onClose, ...place }: CompareDialogProps) {
  const t = useStrings('scenePanel');
  const [view, setView] = useState<'slider' | 'beside'>('slider');
  const { data, error, refetch } = useQuery(comparisonQuery(place, a.id, b.id));
  const { pick } = useTakeActions(place);
  const others = (taken: NumberedTake) =>
    takes.filter(({ id }) => id !== taken.id).map((take) => ({ value: take.id, label: labelOf(take, t) }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="xl"
      title={t.compareTitle(a.number, b.number)}
      footer={
        <>
          {[a, b].map((take) => (
            <Button
              key={take.id}
              variant={take.picked ? 'quiet' : 'ink'}
              icon={Check}
              disabled={take.picked}
              pending={pick.isPending && pick.input?.id === take.id}
              onClick={() => pick.act(take)}
            >
              {take.picked ? t.takeInUse(take.number) : t.use(take.number)}
            </Button>
          ))}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <div className="flex min-w-36 flex-col gap-1.5">
            <Select
              label={t.compareFirst}
              value={a.id}
              options={[{ value: a.id, label: labelOf(a, t) }, ...others(b).filter(({ value }) => value !== a.id)]}
              onValueChange={(compare) => onChange({ compare })}
            />
          </div>
          <div className="flex min-w-36 flex-col gap-1.5">
            <Select
              label={t.compareSecond}
              value={b.id}
              options={[{ value: b.id, label: labelOf(b, t) }, ...others(a).filter(({ value }) => value !== b.id)]}
              onValueChange={(take) => onChange({ take })}
            />
          </div>
          <span className="grow" />
          <Segmented
            label={t.compareView}
            value={view}
            onValueChange={setView}
            options={[
              { value: 'slider', label: t.compareSlider, icon: SquareSplitHorizontal },
              { value: 'beside', label: t.compareBeside, icon: Columns2 },
            ]}
          />
        </div>
        <ComparePictures {...place} a={a} b={b} view={view} />
        {error ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : data ? (
          <CompareDifferences differences={data.differences} a={a} b={b} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </div>
    </Dialog>
  );
}

const labelOf = (take: NumberedTake, t: ReturnType<typeof useStrings<'scenePanel'>>): string =>
  take.picked ? t.takeInUse(take.number) : t.takeShort(take.number);
