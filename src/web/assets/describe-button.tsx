import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import type { Asset } from '#contract/asset.ts';
import { describeEstimateQuery } from '../queries/assets.ts';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { useReader } from '../queries/reader-choice.ts';
import { Price } from '../pieces/price.tsx';
import { ReaderMenu } from '../pieces/reader-menu.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import type { ButtonSize } from '../ui/button-looks.ts';
import { useDescribing } from './describing.ts';
import { useDescribe } from './use-describe.ts';

interface DescribeButtonProps {
  readonly projectId: string;
  readonly assets: readonly Asset[];
  /** What the button says, such as "Describe 3". */
  readonly label: string;
  readonly size?: ButtonSize | undefined;
}

const MOST = 1000; // as many as an estimate takes

/** Has a model say what files show: what that costs is in the button, who does it beside it. */
export function DescribeButton({ projectId, assets, label, size }: DescribeButtonProps) {
  const t = useStrings('assets');
  const { data: providers } = useSuspenseQuery(providersQuery);
  const { data: settings } = useSuspenseQuery(providerSettingsQuery);
  const { readers, chosen, headers } = useReader('vision', providers, settings);
  const ids = assets.slice(0, MOST).map(({ id }) => id);
  const { data: estimate } = useQuery({
    ...describeEstimateQuery(projectId, ids, headers),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  const describe = useDescribe(projectId);
  const isPending = useDescribing(({ ids: under }) => assets.some(({ id }) => under.has(id)));
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Button
        size={size}
        icon={Eye}
        pending={isPending || describe.isPending}
        onClick={() => describe.act({ assets, reader: headers })}
      >
        {label}
        {estimate && <Price estimate={estimate} />}
      </Button>
      {readers.length > 1 && <ReaderMenu reads="vision" readers={readers} chosen={chosen} label={t.whoDescribes} />}
    </span>
  );
}
