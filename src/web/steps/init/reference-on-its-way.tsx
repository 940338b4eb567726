import { formatShare } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { ReferenceUpload } from './reference-uploads.ts';

interface ReferenceOnItsWayProps {
  readonly upload: ReferenceUpload;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}

/** A reference video that is being sent, or was refused. */
export function ReferenceOnItsWay({ upload, onCancel, onRetry }: ReferenceOnItsWayProps) {
  const { reference: t } = useStrings('init');
  const { name } = upload.file;
  if (upload.state === 'failed') {
    return (
      <Notice
        tone="error"
        live
        title={t.failed(name)}
        action={
          <>
            <Button size="sm" onClick={onRetry}>
              {t.tryAgain}
            </Button>
            <Button size="sm" variant="quiet" onClick={onCancel}>
              {t.dismiss}
            </Button>
          </>
        }
      >
        {upload.error?.message}
      </Notice>
    );
  }
  const isSending = upload.state === 'sending';
  const says =
    upload.state === 'waiting'
      ? t.waiting(name)
      : isSending
        ? t.sending(name, formatShare(upload.share))
        : t.reading(name);
  return (
    <div className="flex flex-col gap-2 rounded-6 border border-line bg-panel p-3">
      <div className="flex items-center gap-3">
        <p className="min-w-0 grow truncate text-13">{says}</p>
        <Button size="sm" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
      <Progress value={isSending ? upload.share : null} label={t.heading} />
    </div>
  );
}
