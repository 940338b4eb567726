import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Field } from './field.tsx';
import { hexColour } from './hex-colour.ts';
import { IconButton } from './icon-button.tsx';
import { TextInput } from './text-input.tsx';

interface ColourPanelProps {
  readonly hex: string;
  readonly onChange: (hex: string) => void;
  readonly onRemove: () => void;
}

/** One colour, picked or typed. */
export function ColourPanel({ hex, onChange, onRemove }: ColourPanelProps) {
  const t = useStrings('kit');
  const [draft, setDraft] = useState<string | null>(null);
  const isWrong = draft !== null && hexColour(draft) === null;
  return (
    <div className="flex w-56 items-start gap-2">
      <input
        type="color"
        aria-label={t.pickColour}
        value={hex.toLowerCase()}
        onChange={(event) => {
          setDraft(null);
          onChange(event.currentTarget.value.toUpperCase());
        }}
        className="h-8 w-10 shrink-0 cursor-pointer rounded-6 border border-edge bg-field p-0.5 touch:h-11"
      />
      <Field label={t.hex} hideLabel error={isWrong ? t.invalidColour : null} className="grow">
        <TextInput
          mono
          spellCheck={false}
          value={draft ?? hex}
          onValueChange={(text) => {
            setDraft(text);
            const read = hexColour(text);
            if (read) onChange(read);
          }}
          onBlur={() => setDraft(null)}
        />
      </Field>
      <IconButton icon={Trash2} label={t.remove(hex)} onClick={onRemove} />
    </div>
  );
}
