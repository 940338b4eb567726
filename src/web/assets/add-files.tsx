import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import type { ButtonVariant } from '../ui/button-looks.ts';
import { assetAccept } from './asset-kinds.ts';

interface AddFilesProps {
  readonly variant: ButtonVariant;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the browser's own window to choose files. */
export function AddFiles({ variant, onFiles }: AddFilesProps) {
  const t = useStrings('assets');
  const input = useRef<HTMLInputElement>(null);
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
