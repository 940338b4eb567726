import type { CostEstimate } from '#contract/cost.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';

interface PriceProps {
  readonly estimate: Pick<CostEstimate, 'expectedMicroUsd' | 'atMostMicroUsd'>;
  /** Only what it costs at most is known, such as of a page nobody has read yet. */
  readonly isBound?: boolean | undefined;
}

/** What something would cost, in or beside what starts it: free, an amount, about an amount, or not known. */
export function Price({ estimate: { expectedMicroUsd, atMostMicroUsd }, isBound = false }: PriceProps) {
  const t = useStrings('project');
  if (expectedMicroUsd === null || atMostMicroUsd === null) return <Quiet>{t.priceUnknown}</Quiet>;
  if (atMostMicroUsd === 0) return <Quiet>{t.free}</Quiet>;
  if (isBound) return <Quiet>{t.atMost(formatMoney(atMostMicroUsd))}</Quiet>;
  const expected = formatMoney(expectedMicroUsd);
  if (expectedMicroUsd === atMostMicroUsd) return <Quiet>{expected}</Quiet>;
  return <Quiet title={t.atMost(formatMoney(atMostMicroUsd))}>{t.about(expected)}</Quiet>;
}

function Quiet({ title, children }: { readonly title?: string; readonly children: string }) {
  return (
    <span title={title} className="font-normal opacity-80">
      {children}
    </span>
  );
}
