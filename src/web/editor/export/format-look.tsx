import { useState } from 'react';
import type { Captions, Framing } from '#contract/export.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Slider } from '../../ui/slider.tsx';
import { edit, useEditor } from '../store/editor-store.ts';
import { usePlan } from '../store/use-plan.ts';
import { type ExportSettings, type FormatId, isOtherShape, type Sides, sidesOf } from './export-settings.ts';
import { sizeInWords } from './film-words.ts';
import { FormatPicture } from './format-picture.tsx';
import type { ShownFrame } from './use-shown-frame.ts';

interface FormatLookProps {
  readonly settings: ExportSettings;
  readonly edit: Sides;
  readonly shown: ShownFrame | null;
}

const LONGER_SIDE = 960; // pixels
const HEIGHT_REM = 20; // of the room there is for it

/** Each file that is asked for, large, at any moment: what an export will show there. */
export function FormatLook({ settings, edit: edited, shown }: FormatLookProps) {
  const t = useStrings('exports');
  const [asked, setAsked] = useState<FormatId | null>(null);
  const { formats, framing, captions } = settings;
  const format = asked !== null && formats.includes(asked) ? asked : formats[0];
  const sides = format === undefined ? null : sidesOf(settings, format, edited);
  if (format === undefined || sides === null) return null;
  return (
    <Disclosure title={t.look} summary={sizeInWords(sides, t)}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {formats.length > 1 && (
          <Segmented
            isField
            label={t.lookAt}
            value={format}
            onValueChange={setAsked}
            options={formats.map((value) => ({
              value,
              label: value === 'edit' ? t.presets.edit : t.formatOf[value].title,
            }))}
          />
        )}
        <LargePicture
          sides={sides}
          framing={isOtherShape(sides, edited) ? framing : 'crop'}
          captions={captions}
          shown={shown}
        />
      </div>
    </Disclosure>
  );
}

interface LargePictureProps {
  readonly sides: Sides;
  readonly framing: Framing;
  readonly captions: Captions;
  readonly shown: ShownFrame | null;
}

function LargePicture({ sides, framing, captions, shown }: LargePictureProps) {
  const t = useStrings('exports');
  const playhead = useEditor((now) => now.playhead);
  const fps = useEditor(({ timeline }) => timeline.fps);
  const { lengthFrames } = usePlan();
  const { width, height } = sides;
  return (
    <>
      <div className="grid min-h-80 place-items-center rounded-6 bg-well">
        <div
          data-look={`${width}x${height}`}
          className="relative overflow-hidden bg-film"
          style={{ aspectRatio: `${width} / ${height}`, width: `min(100%, ${(HEIGHT_REM * width) / height}rem)` }}
        >
          <FormatPicture
            shown={shown}
            sides={sides}
            framing={framing}
            captions={captions}
            longerSide={LONGER_SIDE}
            label={t.lookOf(sizeInWords(sides, t), timecodeOf(shown?.frame ?? playhead, fps))}
          />
        </div>
      </div>
      <Slider
        label={t.moment}
        min={0}
        max={Math.max(0, lengthFrames - 1)}
        value={playhead}
        valueText={timecodeOf(playhead, fps)}
        onValueChange={(frame) => edit.seek(frame)}
      />
    </>
  );
}
