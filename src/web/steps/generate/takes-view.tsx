import { Check, Download, Ellipsis, ExternalLink, ImagePlus } from 'lucide-react';
import { takePosterUrl, takeUrl, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { NumberedTake } from './takes-numbered.ts';
import { TakesPlayer } from './takes-player.tsx';
import { useTakeActions } from './takes-actions.ts';

interface TakesViewProps extends ScenePlace {
  readonly take: NumberedTake;
}

/** One take, large, and what can be done with it. */
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
        <span className="absolute end-1 top-1 rounded-6 bg-black/60 text-white">
          <Menu
            trigger={
              <IconButton
                label={t.moreOf(take.number)}
                icon={Ellipsis}
                size="sm"
                className="text-white! hover:bg-black/40!"
              />
            }
            items={[
              { label: t.open, icon: ExternalLink, onSelect: () => window.open(takeUrl(take), '_blank', 'noopener') },
              { label: t.download, icon: Download, onSelect: () => download(take) },
              ...(take.kind === 'image'
                ? [{ label: t.asReference, icon: ImagePlus, onSelect: () => adopt.act(take) }]
                : []),
            ]}
          />
        </span>
      </div>
      {!take.picked && (
        <Button size="sm" icon={Check} pending={pick.isPending} onClick={() => pick.act(take)}>
          {t.use(take.number)}
        </Button>
      )}
    </div>
  );
}
