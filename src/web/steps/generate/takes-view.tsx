import { Check, Download, Ellipsis, ExternalLink, Flag, ImagePlus } from 'lucide-react';
import { formatCount, formatMoney, formatMoment, formatSeconds } from '../../app/format.ts';
import { takePosterUrl, takeUrl, type ScenePlace } from '../../data/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { NumberedTake } from './takes-numbered.ts';
import { TakesPlayer } from './takes-player.tsx';
import { useTakeActions } from './takes-actions.ts';

interface TakesViewProps extends ScenePlace {
  readonly take: NumberedTake;
}

/** One take, large, with where it is from and what can be done with it. */
export function TakesView({ take, ...place }: TakesViewProps) {
  const t = useStrings('scenePanel');
  const { pick, download, adopt } = useTakeActions(place);
  const { width, height } = take.facts;
  const name = t.takeName(take.number);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div
        className="relative overflow-hidden rounded-6 bg-film"
        style={{ aspectRatio: `${width ?? 9} / ${height ?? 16}` }}
      >
        {take.kind === 'video' ? (
          <TakesPlayer {...place} take={take} name={name} />
        ) : (
          <img
            src={takePosterUrl(place, take)}
            alt={t.takePicture(take.number)}
            className="absolute inset-0 size-full object-contain"
          />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {take.picked ? (
          <Badge tone="attention" icon={Check}>
            {take.approved ? t.inUseApproved : t.inUse}
          </Badge>
        ) : (
          <Button size="sm" icon={Check} pending={pick.isPending} onClick={() => pick.act(take)}>
            {t.use(take.number)}
          </Button>
        )}
        <span className="grow" />
        <Menu
          trigger={<IconButton label={t.moreOf(take.number)} icon={Ellipsis} size="sm" />}
          items={[
            { label: t.open, icon: ExternalLink, onSelect: () => window.open(takeUrl(take), '_blank', 'noopener') },
            { label: t.download, icon: Download, onSelect: () => download(take) },
            ...(take.kind === 'image'
              ? [{ label: t.asReference, icon: ImagePlus, onSelect: () => adopt.act(take) }]
              : []),
          ]}
        />
      </div>
      <TakeFacts take={take} />
    </div>
  );
}

function TakeFacts({ take }: { readonly take: NumberedTake }) {
  const t = useStrings('scenePanel');
  const { facts, origin, model, seed, costMicroUsd, tookMs, notes, inputsChanged, createdAt } = take;
  const made = origin === 'generated' ? (model ?? t.unknownModel) : origin === 'asset' ? t.fromAssets : t.uploaded;
  const size = facts.width && facts.height ? `${facts.width} × ${facts.height}` : null;
  const lines = [
    made,
    [size, facts.durationS === null ? null : t.seconds(formatSeconds(facts.durationS))].filter(Boolean).join(', '),
    origin !== 'generated'
      ? null
      : costMicroUsd === null
        ? t.costUnknown
        : costMicroUsd === 0
          ? t.free
          : formatMoney(costMicroUsd),
    tookMs === null ? null : t.took(formatSeconds(tookMs / 1000)),
    seed === null ? null : t.seed(formatCount(seed).replaceAll(/\D/g, '')),
    formatMoment(createdAt),
  ].filter((line): line is string => line !== null && line !== '');
  return (
    <div className="flex flex-col gap-1 text-11 text-ink3">
      {inputsChanged && (
        <Badge tone="attention" icon={Flag} className="self-start">
          {t.inputsChanged}
        </Badge>
      )}
      <ul className="flex flex-col">
        {lines.map((line) => (
          <li key={line} className="truncate" title={line}>
            {line}
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} className="text-ink2">
          {note}
        </p>
      ))}
    </div>
  );
}
