import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState } from '../ui/error-state.tsx';

interface MadeTokenProps {
  readonly token: string;
  /** What went wrong after it was made: its limit. */
  readonly error: Error | null;
  readonly onClose: () => void;
}

/** A new token, this once, and a command to try it with. */
export function MadeToken({ token, error, onClose }: MadeTokenProps) {
  const { made: t } = useStrings('tokens');
  const command = `curl -H 'Authorization: Bearer ${token}' ${window.location.origin}/api/auth/me`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      keepOpen
      title={t.title}
      description={t.text}
      footer={
        <Button variant="ink" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <CopyField label={t.token} value={token} />
        <div>
          <h3 className="mb-1.5 text-12 text-ink2">{t.tryTitle}</h3>
          <CopyField label={t.tryLabel} value={command} />
        </div>
        {error && <ErrorState error={error} />}
      </div>
    </Dialog>
  );
}
