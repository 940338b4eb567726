import { BoxSelect } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { AlignOverlays } from './align-buttons.tsx';
import { InspectorHead } from './inspector-head.tsx';
import { OverlayPlace } from './overlay-place.tsx';
import { useOverlaysOf } from '../stage/use-overlays-of.ts';

/** Things of several kinds at once: what words and pictures among them have in common. */
export function SeveralInspector({ ids }: { readonly ids: readonly string[] }) {
  const t = useStrings('inspector');
  const overlays = useOverlaysOf(ids);
  return (
    <>
      <InspectorHead icon={BoxSelect} title={t.several(ids.length)} isSelection />
      {overlays.length > 0 && (
        <>
          <AlignOverlays overlays={overlays} />
          <OverlayPlace overlays={overlays} />
        </>
      )}
    </>
  );
}
