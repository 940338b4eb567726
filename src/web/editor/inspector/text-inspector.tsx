import { Type } from 'lucide-react';
import type { TextOverlay } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Switch } from '../../ui/switch.tsx';
import { InspectorHead } from './inspector-head.tsx';
import { OverlayAnimationFields } from './overlay-animation.tsx';
import { OverlayPlace } from './overlay-place.tsx';
import { OverlayTimes } from './overlay-times.tsx';
import { Section } from './section.tsx';
import { step } from './step.ts';
import { AlignOverlays } from './align-buttons.tsx';
import { TextContent } from './text-content.tsx';
import { TextExtras } from './text-extras.tsx';
import { TextType } from './text-type.tsx';
import { useOverlaysOf } from '../stage/use-overlays-of.ts';

/** Everything of a text; of several, what they have in common. */
export function TextInspector({ texts }: { readonly texts: readonly TextOverlay[] }) {
  const t = useStrings('inspector');
  const ids = texts.map(({ id }) => id);
  const overlays = useOverlaysOf(ids);
  const [one] = texts;
  if (!one) return null;
  const isOne = texts.length === 1;
  return (
    <>
      <InspectorHead icon={Type} title={isOne ? t.titles.text : t.severalTexts(texts.length)} isSelection />
      {isOne && <TextContent key={one.id} text={one} />}
      {isOne && <OverlayTimes item={{ kind: 'text', item: one }} />}
      <AlignOverlays overlays={overlays} />
      <TextType texts={texts} />
      <OverlayPlace overlays={overlays} />
      <TextExtras texts={texts} />
      <OverlayAnimationFields overlays={texts} />
      <Section>
        <Switch
          className="col-span-2"
          label={t.text.isCaption}
          hint={t.text.captionHint}
          checked={texts.every(({ isCaption }) => isCaption === true)}
          onCheckedChange={(isCaption) =>
            step(
              t.changed(t.text.isCaption),
              (now) => setTexts(now, { ids, changes: { isCaption: isCaption || undefined } }),
              'done',
            )
          }
        />
      </Section>
    </>
  );
}
