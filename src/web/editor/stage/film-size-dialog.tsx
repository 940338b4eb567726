import { useState } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface FilmSizeDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** As it is now. */
  readonly size: Size;
  readonly onSize: (size: Size) => void;
}

const [LEAST, MOST] = [16, 7680];

/** Asks for a size of the film's own. */
export function FilmSizeDialog({ open, onOpenChange, size, onSize }: FilmSizeDialogProps) {
  const t = useStrings('stage');
  const [width, setWidth] = useState<number | null>(size.width);
  const [height, setHeight] = useState<number | null>(size.height);
  const isGood = [width, height].every(
    (side) => side !== null && Number.isInteger(side) && side % 2 === 0 && side >= LEAST && side <= MOST,
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t.customTitle}
      description={t.customText}
      size="sm"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t.cancel}</Button>
          <Button
            variant="ink"
            disabled={!isGood}
            onClick={() => {
              onSize({ width: width ?? size.width, height: height ?? size.height });
              onOpenChange(false);
            }}
          >
            {t.resize}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label={t.width} error={isGood ? null : t.evenOnly} className="col-start-1">
          <NumberField value={width} onValueChange={setWidth} step={2} unit={t.pixels} />
        </Field>
        <Field label={t.height}>
          <NumberField value={height} onValueChange={setHeight} step={2} unit={t.pixels} />
        </Field>
      </div>
    </Dialog>
  );
}
