import { Skeleton } from '../../ui/skeleton.tsx';

/** The panel on its way, in its own geometry. */
export function PanelSkeleton() {
  return (
    <div className="flex flex-col gap-5">
      <div className="grid grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)] gap-2">
        <Skeleton className="h-66 rounded-6" />
        <div className="flex flex-col gap-2">
          <Skeleton className="h-20 rounded-6" />
          <Skeleton className="h-20 rounded-6" />
        </div>
      </div>
      <Skeleton className="h-28 rounded-6" />
      <Skeleton className="h-8 rounded-6" />
      <Skeleton className="h-9 rounded-6" />
    </div>
  );
}
