import { useStrings } from '../strings/catalogue.ts';
import { formatShare } from '../app/format.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Progress } from '../ui/progress.tsx';

interface UploadDialogProps {
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  readonly onStop: () => void;
}

/** Files on their way into a new work; closed, the upload is stopped. */
export function UploadDialog({ name, share, onStop }: UploadDialogProps) {
  const t = useStrings('works');
  return (
    <Dialog
      open
      keepOpen
      onOpenChange={(open) => !open && onStop()}
      title={t.uploading(name)}
      description={t.uploadingText}
      size="sm"
      footer={<Button onClick={onStop}>{t.stopUpload}</Button>}
    >
      <Progress value={share} label={t.uploading(name)} valueText={formatShare(share)} />
    </Dialog>
  );
}
