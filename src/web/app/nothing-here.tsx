import { Link } from '@tanstack/react-router';
import { useStrings } from '../strings/catalogue.ts';

/** An address that leads nowhere, or to something that is not this account's. */
export function NothingHere() {
  const t = useStrings('shell');
  return (
    <main id="content" className="mx-auto grid max-w-lg gap-3 px-4 py-24 text-center">
      <h1 tabIndex={-1} className="text-23">
        {t.notFoundTitle}
      </h1>
      <p className="text-15 text-ink2">{t.notFoundText}</p>
      <p>
        <Link to="/projects" className="underline underline-offset-2">
          {t.toProjects}
        </Link>
      </p>
    </main>
  );
}
