import { Link } from '@tanstack/react-router';
import { useStrings } from '../strings/catalogue.ts';

/** The bar over every screen. */
export function TopBar() {
  const t = useStrings('shell');
  return (
    <header className="flex h-12 items-center gap-3 border-b border-line bg-panel px-3">
      <Link to="/projects" className="flex items-center gap-2 text-15 font-semibold">
        <img src="/mark.svg" alt="" width={28} height={28} />
        {t.product}
      </Link>
    </header>
  );
}
