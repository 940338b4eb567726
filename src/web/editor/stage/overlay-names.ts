import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import type { Overlay } from './overlay-in-box.ts';

const MOST_CHARACTERS = 40;

/** What overlays are called on the screen and when they are spoken of. */
export function useOverlayNames(): (overlays: readonly Overlay[]) => string {
  const t = useStrings('stage');
  const sources = useEditor((now) => now.sources);
  return (overlays) => {
    const [one] = overlays;
    if (one === undefined || overlays.length > 1) return t.several(overlays.length);
    return 'text' in one ? textName(one.text, t) : t.picture(sources[one.media.sha256]?.name ?? t.unnamed);
  };
}

function textName(text: string, t: Catalogue['stage']): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words === '') return t.emptyText;
  return t.text(words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS).trimEnd()}…` : words);
}
