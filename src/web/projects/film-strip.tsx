import { classes } from '../ui/classes.ts';

interface FilmStripProps {
  /** Addresses of up to four small pictures; what is missing is a numbered place. */
  readonly frames: readonly string[];
  /** Below the fold: fetched when it comes near. */
  readonly lazy?: boolean | undefined;
  readonly className?: string | undefined;
}

const PLACES = [0, 1, 2, 3];

/** Four frames on film base, as a contact sheet shows them; the words beside it say what they are of. */
export function FilmStrip({ frames, lazy = false, className }: FilmStripProps) {
  return (
    <div
      aria-hidden="true"
      className={classes('grid grid-cols-4 gap-[3px] overflow-hidden rounded-6 bg-film p-[3px]', className)}
    >
      {PLACES.map((place) => (
        <Frame key={place} place={place} url={frames[place]} lazy={lazy} />
      ))}
    </div>
  );
}

function Frame({
  place,
  url,
  lazy,
}: {
  readonly place: number;
  readonly url: string | undefined;
  readonly lazy: boolean;
}) {
  if (url === undefined) {
    return (
      <div className="grid min-h-0 min-w-0 place-items-center rounded-[2px] border border-dashed border-white/25 font-mono text-11 text-white/70">
        {String(place + 1).padStart(2, '0')}
      </div>
    );
  }
  return (
    <img
      src={url}
      alt=""
      loading={lazy ? 'lazy' : 'eager'}
      decoding="async"
      className="size-full min-h-0 min-w-0 rounded-[2px] object-cover"
    />
  );
}
