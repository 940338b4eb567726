import { Film } from 'lucide-react';
import { useState } from 'react';
import { Glyph } from '../../ui/glyph.tsx';

/** The poster of a finished film; where there is none, a sign in its place. */
export function FilmPoster({ url }: { readonly url: string | null }) {
  const [failed, setFailed] = useState<string | null>(null);
  if (url === null || url === failed) return <Glyph icon={Film} className="text-white/60" />;
  return <img src={url} alt="" onError={() => setFailed(url)} className="absolute inset-0 size-full object-cover" />;
}
