import { Link } from '@tanstack/react-router';
import type { AssetUse } from '#contract/asset.ts';
import { useStrings } from '../strings/catalogue.ts';

interface AssetUsersProps {
  readonly projectId: string;
  readonly uses: readonly AssetUse[];
}

/** Which works and templates use a file, and what for. */
export function AssetUsers({ projectId, uses }: AssetUsersProps) {
  const t = useStrings('assets');
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-12 font-semibold text-ink2">{t.usedIn}</h3>
      {uses.length === 0 ? (
        <p className="text-12 text-ink3">{t.usedNowhere}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {uses.map(({ usedIn, id, name }) => (
            <li key={`${id} ${usedIn}`} className="flex items-baseline justify-between gap-3 text-13">
              {usedIn === 'template' ? (
                <span className="min-w-0 truncate">{name}</span>
              ) : (
                <Link
                  to={usedIn === 'edit' ? '/p/$projectId/w/$workId/editor' : '/p/$projectId/w/$workId/init'}
                  params={{ projectId, workId: id }}
                  className="min-w-0 truncate py-1 underline underline-offset-2"
                >
                  {name}
                </Link>
              )}
              <span className="shrink-0 text-12 text-ink3">{t.usedAs[usedIn]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
