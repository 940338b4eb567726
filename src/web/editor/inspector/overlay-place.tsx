import { MoveHorizontal } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { edit } from '../store/editor-store.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { overlayInBox, type Overlay } from '../stage/overlay-in-box.ts';
import { evenTurn } from '../stage/turn-box.ts';
import type { StageOverlay } from '../stage/use-stage-overlays.ts';
import { withOverlays } from '../stage/with-overlays.ts';
import { commonValue } from './common-value.ts';
import { Section } from './section.tsx';
import { setOverlays } from './set-overlays.ts';
import { step } from './step.ts';

type Box = StageOverlay['box'];

/** Where overlays stand, how large they are, how they are turned and how much shines through. */
export function OverlayPlace({ overlays }: { readonly overlays: readonly StageOverlay[] }) {
  const t = useStrings('inspector');
  const ids = overlays.map(({ id }) => id);
  const place = (label: string, boxOf: (box: Box) => Box) => (how: 'live' | 'done') => {
    const placed: Overlay[] = overlays.map(({ overlay, size, box }) => overlayInBox(overlay, size, boxOf(box)));
    step(t.changed(label), (timeline) => withOverlays(timeline, placed), how);
  };
  const rotation = commonValue(overlays, ({ overlay }) => evenTurn(overlay.rotation));
  const opacity = commonValue(overlays, ({ overlay }) => Math.round(overlay.opacity * 100));
  return (
    <Section>
      <ScrubField
        label={t.place.x}
        value={commonValue(overlays, ({ box }) => round(box.x))}
        onValue={(x, how) => place(t.place.x, (box) => ({ ...box, x }))(how)}
        places={1}
        unit={t.pixels}
        placeholder={t.mixed}
      />
      <ScrubField
        label={t.place.y}
        value={commonValue(overlays, ({ box }) => round(box.y))}
        onValue={(y, how) => place(t.place.y, (box) => ({ ...box, y }))(how)}
        places={1}
        unit={t.pixels}
        placeholder={t.mixed}
      />
      <TextWidth overlays={overlays} />
      <ScrubField
        label={t.place.rotation}
        value={rotation}
        onValue={(degrees, how) =>
          step(t.changed(t.place.rotation), setOverlays(ids, { rotation: evenTurn(degrees) }), how)
        }
        places={1}
        unit={t.degrees}
        placeholder={t.mixed}
      />
      <ScrubField
        label={t.place.opacity}
        value={opacity}
        onValue={(percent, how) => step(t.changed(t.place.opacity), setOverlays(ids, { opacity: percent / 100 }), how)}
        min={0}
        max={100}
        unit={t.percent}
        placeholder={t.mixed}
      />
    </Section>
  );
}

/** In which width words break; nothing for pictures, whose size has fields of its own. */
function TextWidth({ overlays }: { readonly overlays: readonly StageOverlay[] }) {
  const t = useStrings('inspector');
  const ids = overlays.map(({ id }) => id);
  if (overlays.some(({ kind }) => kind !== 'text')) return null;
  const isSet = overlays.some(({ overlay }) => 'text' in overlay && overlay.maxWidth !== undefined);
  const set = (maxWidth: number | undefined, how: 'live' | 'done') =>
    step(t.changed(t.place.width), (timeline) => setTexts(timeline, { ids, changes: { maxWidth } }), how);
  return (
    <div className="flex min-w-0 items-end gap-1">
      <ScrubField
        label={t.place.width}
        value={commonValue(overlays, ({ box }) => Math.round(box.width))}
        onValue={set}
        min={1}
        unit={t.pixels}
        placeholder={t.mixed}
        className="grow"
      />
      {isSet && (
        <IconButton
          icon={MoveHorizontal}
          label={t.place.automatic}
          onClick={() => {
            set(undefined, 'done');
            edit.say(t.place.autoWidth);
          }}
        />
      )}
    </div>
  );
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10 + 0;
