import { useEffect, useState } from 'react';
import type { Asset } from '#contract/asset.ts';
import { useStrings } from '../strings/catalogue.ts';

/** A font, by a line that is set in it. */
export function FontSample({ asset: { id, url } }: { readonly asset: Pick<Asset, 'id' | 'url'> }) {
  const t = useStrings('assets');
  const [state, setState] = useState<'loading' | 'shown' | 'broken'>('loading');
  useEffect(() => {
    const font = new FontFace(id, `url(${url})`);
    let isWanted = true;
    font.load().then(
      () => {
        if (!isWanted) return;
        document.fonts.add(font);
        setState('shown');
      },
      () => isWanted && setState('broken'),
    );
    return () => {
      isWanted = false;
      document.fonts.delete(font);
    };
  }, [id, url]);
  if (state === 'broken') return <p className="rounded-6 bg-well p-4 text-12 text-ink2">{t.fontBroken}</p>;
  return (
    <div
      className="flex flex-col gap-2 rounded-6 bg-well p-4 text-ink"
      style={{ fontFamily: `"${id}"`, visibility: state === 'shown' ? 'visible' : 'hidden' }}
    >
      <span className="text-38" aria-hidden="true">
        {SPECIMEN}
      </span>
      <span className="text-18">{t.fontSample}</span>
    </div>
  );
}

const SPECIMEN = 'AaGgRr 123'; // letters that tell fonts apart, in no language
