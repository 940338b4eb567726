import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Asset } from '#contract/asset.ts';
import { formatList } from '../app/format.ts';
import { assetUsesQuery } from '../queries/assets.ts';
import { useStrings } from '../strings/catalogue.ts';
import { useTrash } from '../trash/use-trash.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

interface TrashQuestionProps {
  readonly projectId: string;
  /** What is to go; none: nothing is asked. */
  readonly assets: readonly Asset[];
  /** Called with whether they have gone. */
  readonly onDone: (gone: boolean) => void;
}

/** Puts files into the trash; asks before only where a work would miss one of them. */
export function TrashQuestion({ projectId, assets, onDone }: TrashQuestionProps) {
  const t = useStrings('assets');
  const { data: uses } = useSuspenseQuery(assetUsesQuery(projectId));
  const trash = useTrash();
  const things = assets.map(({ id }) => ({ kind: 'asset', projectId, assetId: id }) as const);
  const users = new Set(uses.filter(({ assetId }) => assets.some(({ id }) => id === assetId)).map(({ name }) => name));
  const goNow = useEffectEvent(() => {
    if (assets.length === 0 || users.size > 0) return;
    trash.act(things);
    onDone(true);
  });
  useEffect(() => goNow(), [assets.length]);
  return (
    <ConfirmDialog
      open={assets.length > 0 && users.size > 0}
      onOpenChange={(open) => !open && onDone(false)}
      title={t.trashUsedTitle(assets.length)}
      text={t.trashUsedText(formatList([...users]))}
      confirm={t.toTrash}
      onConfirm={async () => {
        await trash.actAsync(things);
        onDone(true);
      }}
    />
  );
}
