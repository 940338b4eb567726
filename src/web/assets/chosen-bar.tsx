import { Trash2, X } from 'lucide-react';
import type { Asset } from '#contract/asset.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { DescribeButton } from './describe-button.tsx';

interface ChosenBarProps {
  readonly projectId: string;
  readonly chosen: readonly Asset[];
  readonly isAll: boolean;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onTrash: () => void;
}

/** What can be done with all files that are chosen, at the lower edge of the screen. */
export function ChosenBar({ projectId, chosen, isAll, onAll, onNone, onTrash }: ChosenBarProps) {
  const t = useStrings('assets');
  const visible = chosen.filter(({ type }) => type !== 'font');
  return (
    <section
      aria-label={t.chosen(chosen.length)}
      className="fixed inset-x-2 bottom-2 max-sm:justify-between z-20 mx-auto flex w-fit max-w-[calc(100vw-16px)] flex-wrap items-center gap-2 rounded-10 border border-line2 bg-raise p-2 shadow-float"
    >
      <output className="px-2 text-13 font-semibold">{t.chosen(chosen.length)}</output>
      {!isAll && (
        <Button variant="quiet" onClick={onAll}>
          {t.chooseAll}
        </Button>
      )}
      {visible.length > 0 && (
        <DescribeButton projectId={projectId} assets={visible} label={t.describeAll(visible.length)} />
      )}
      <Button icon={Trash2} onClick={onTrash}>
        {t.toTrash}
      </Button>
      <IconButton icon={X} label={t.chooseNone} onClick={onNone} />
    </section>
  );
}
