import { Plus } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useCommands } from '../app/commands.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import type { ButtonVariant } from '../ui/button-looks.ts';
import { assetAccept } from './asset-kinds.ts';

interface AddFilesProps {
  readonly variant: ButtonVariant;
  /** Offered in the palette too; one of them on a screen is enough. */
  readonly isCommand?: boolean | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the browser's own window to choose files. */
export function AddFiles({ variant, isCommand = false, onFiles }: AddFilesProps) {
  const t = useStrings('assets');
  const input = useRef<HTMLInputElement>(null);
  useCommands(
    useMemo(
      () => (isCommand ? [{ id: 'add-files', label: t.addFiles, icon: Plus, run: () => input.current?.click() }] : []),
      [isCommand, t],
    ),
  );
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={Object.values(assetAccept).join(',')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button variant={variant} icon={Plus} onClick={() => input.current?.click()}>
        {t.addFiles}
      </Button>
    </>
  );
}
