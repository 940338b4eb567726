import { Link } from '@tanstack/react-router';
import { ArrowRight, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { RetiredModel } from '#contract/retired-model.ts';
import { formatDay } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { priceOfModel } from './model-price.ts';
import { useDefaultModel } from './use-default-model.ts';
import { usePriceWords } from './use-price-words.ts';

interface RetiredNoticeProps {
  readonly retired: RetiredModel;
  readonly providers: readonly ProviderInfo[];
}

/** A model that is gone, or soon will be: what takes its place at which price, who asks for it, and the way over. */
export function RetiredNotice({ retired, providers }: RetiredNoticeProps) {
  const t = useStrings('providers').retired;
  const priceWords = usePriceWords();
  const replace = useDefaultModel();
  const heading = useId();
  const { provider, providerName, role, model, retiredAt, isRetired, replacedBy, isDefault, projects } = retired;
  const info = providers.find(({ id, category }) => id === provider && category === role);
  const other = info?.models.find(({ id }) => id === replacedBy);
  const title = !isRetired ? t.ahead : isDefault ? t.default : t.other;
  const surface = isRetired
    ? 'border-tally bg-[color-mix(in_oklab,var(--tally)_14%,var(--panel))]'
    : 'border-line2 bg-panel';
  return (
    <section
      aria-labelledby={heading}
      className={`flex flex-wrap items-center gap-x-6 gap-y-3 rounded-10 border p-4 ${surface}`}
    >
      <TriangleAlert
        aria-hidden="true"
        className="hidden size-5 shrink-0 text-tally-text sm:block"
        strokeWidth={1.75}
      />
      <div className="min-w-0 flex-1 basis-80">
        <h2 id={heading} className="text-13">
          {title(t.roles[role], providerName, formatDay(retiredAt))}
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-13">
          <span className="sr-only">{t.gone} </span>
          <s className="font-mono break-all text-ink2">{model}</s>
          {replacedBy === null ? (
            <span className="text-ink2">{t.noInstead}</span>
          ) : (
            <>
              <ArrowRight aria-hidden="true" className="size-4 shrink-0 text-ink2 rtl:-scale-x-100" />
              <span className="sr-only">{t.instead} </span>
              <strong className="font-mono font-semibold break-all">{replacedBy}</strong>
              {info && other && <span className="text-12 text-ink2">{priceWords(priceOfModel(other, info))}</span>}
            </>
          )}
        </p>
        <p className="mt-1 text-12 text-ink2">
          {t.asks(projects.length)} {isRetired ? t.nothing(providerName) : t.nothingAhead}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:[&>*]:grow">
        {replacedBy !== null && (
          <Button
            variant={isRetired ? 'amber' : 'outline'}
            pending={replace.isPending}
            onClick={() => replace.act({ role, choice: { provider, model: replacedBy }, from: { provider, model } })}
          >
            {projects.length > 0 ? t.switchProjects(projects.length) : t.switchDefault}
          </Button>
        )}
        {projects.length > 0 && (
          <Popover label={t.projects} trigger={<Button>{t.see}</Button>} align="end">
            <ul className="flex max-w-80 min-w-48 flex-col">
              {projects.map(({ id, name }) => (
                <li key={id}>
                  <Link
                    to="/p/$projectId"
                    params={{ projectId: id }}
                    className="flex min-h-8 items-center rounded-4 px-2 py-1 text-13 hover:bg-lift touch:min-h-11"
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </Popover>
        )}
      </div>
    </section>
  );
}
