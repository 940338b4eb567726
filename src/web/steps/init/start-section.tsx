import { Film, Images, PenLine } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { NumberedGroup } from './numbered-group.tsx';
import { ReferenceField } from './reference-field.tsx';
import { startChanges, startOf, type Start } from './start-from.ts';
import type { BriefDraft } from './use-brief.ts';
import { useRemoveReference } from './use-remove-reference.ts';

/** What the film begins with: words, a video, or pictures. */
export function StartSection({ draft }: { readonly draft: BriefDraft }) {
  const t = useStrings('init');
  const { work, brief, set } = draft;
  const [isLeaving, setIsLeaving] = useState(false);
  const remove = useRemoveReference(work);
  const start = startOf({ ...brief, hasReferenceVideo: work.hasReferenceVideo });
  const begin = (next: Start) => {
    set('mode', startChanges[next].mode);
    set('assetUsageMode', startChanges[next].assetUsageMode);
  };
  const cards = [
    { value: 'brief', icon: PenLine, ...t.starts.brief },
    { value: 'reference', icon: Film, ...t.starts.reference },
    { value: 'pictures', icon: Images, ...t.starts.pictures },
  ] as const;
  return (
    <NumberedGroup number={1} title={t.startFrom}>
      <RadioCards
        label={t.startFrom}
        hideLabel
        columns={3}
        value={start}
        options={cards}
        onValueChange={(next) => {
          if (next === 'brief' && work.hasReferenceVideo) setIsLeaving(true);
          else begin(next);
        }}
      />
      {(start === 'reference' || work.hasReferenceVideo) && <ReferenceField draft={draft} />}
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setIsLeaving}
        {...t.leaveReference}
        danger
        onConfirm={async () => {
          await remove.actAsync(undefined);
          begin('brief');
        }}
      />
    </NumberedGroup>
  );
}
