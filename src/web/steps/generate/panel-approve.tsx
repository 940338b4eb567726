import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Clapperboard } from 'lucide-react';
import { client } from '../../app/api.ts';
import { flushAll } from '../../app/use-autosave.ts';
import { useAction } from '../../app/use-action.ts';
import { sceneEstimateQuery, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { useEngine } from './panel-engine.ts';
import { refreshScene } from './panel-make.ts';
import { PanelPriceTag } from './panel-price-tag.tsx';
import { PanelRefusal } from './panel-refusal.tsx';
import { usePanelSearch } from './panel-search.ts';
import type { NumberedTake } from './takes-numbered.ts';

interface ApproveButtonProps extends ScenePlace {
  readonly picture: NumberedTake;
}

/** Approves the picture that is looked at and starts its clip; what the clip costs stands in the button. */
export function ApproveButton({ picture, ...place }: ApproveButtonProps) {
  const t = useStrings('scenePanel');
  const { go } = usePanelSearch();
  const { headers, needsKey, provider } = useEngine(place.workId, 'video');
  const { data: estimate } = useQuery(sceneEstimateQuery(place, { action: 'clip', variants: 1 }, headers));
  const approve = useAction({
    quiet: true,
    run: async () => {
      await flushAll();
      const takeId = picture.picked ? {} : { takeId: picture.id };
      return client.approveScene(
        { ...place, ...headers, ...takeId, animate: true },
        { idempotencyKey: crypto.randomUUID() },
      );
    },
    done: () => {
      refreshScene(place);
      go({ tab: 'video', take: undefined }, 'passing');
    },
  });
  return (
    <>
      {needsKey && provider && (
        <p className="order-first basis-full text-12 text-ink2">
          {t.keyMissing(provider.name)}.{' '}
          <Link to="/settings/providers" className="text-ink underline">
            {t.toProviders}
          </Link>
        </p>
      )}
      <PanelRefusal place={place} estimate={estimate} error={approve.error} />
      <Button
        variant="amber"
        icon={Clapperboard}
        pending={approve.isPending}
        disabled={needsKey || estimate?.fits === false}
        onClick={() => approve.act(undefined)}
        className="grow-2 whitespace-nowrap"
      >
        <span>{picture.approved ? t.animate : t.approveAndAnimate}</span>
        {estimate && <PanelPriceTag estimate={estimate} />}
      </Button>
    </>
  );
}
