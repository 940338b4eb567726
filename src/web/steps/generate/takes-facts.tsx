import { Flag } from 'lucide-react';
import { formatMoney, formatMoment, formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Badge } from '../../ui/badge.tsx';
import type { NumberedTake } from './takes-numbered.ts';

/** Where a take is from: its model, its size, what it cost and took, its seed where the model has one, and what is to be told of it. */
export function TakesFacts({ take }: { readonly take: NumberedTake }) {
  const t = useStrings('scenePanel');
  const { facts, origin, model, seed, costMicroUsd, tookMs, notes, inputsChanged, createdAt } = take;
  const made = origin === 'generated' ? (model ?? t.unknownModel) : origin === 'asset' ? t.fromAssets : t.uploaded;
  const size = facts.width && facts.height ? `${facts.width} × ${facts.height}` : null;
  const length = facts.durationS === null ? null : t.seconds(formatSeconds(facts.durationS));
  const cost = costMicroUsd === null ? t.costUnknown : costMicroUsd === 0 ? t.free : formatMoney(costMicroUsd);
  const told = [
    made,
    size,
    length,
    origin === 'generated' ? cost : null,
    tookMs === null ? null : t.took(formatSeconds(tookMs / 1000)),
    seed === null ? null : t.seed(String(seed)),
    formatMoment(createdAt),
  ];
  return (
    <div className="flex flex-col items-start gap-1.5 text-12 text-ink3">
      {inputsChanged && (
        <Badge tone="attention" icon={Flag}>
          {t.inputsChanged}
        </Badge>
      )}
      <p>{told.filter((one) => one !== null).join(', ')}</p>
      {notes.map((note) => (
        <p key={note} className="text-ink2">
          {note}
        </p>
      ))}
    </div>
  );
}
