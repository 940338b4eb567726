import { ArrowRight, FileVideo } from 'lucide-react';
import { formatShare } from '../../app/format.ts';
import type { WorkPlace } from '../../queries/references.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useReferenceUpload } from '../init/reference-uploads.ts';

/** The step of a work that follows no video: what it would do, and a place to bring one. */
export function NoReference({ place }: { readonly place: WorkPlace }) {
  const { none: t } = useStrings('analyze');
  const { upload, send, cancel, retry } = useReferenceUpload(place.projectId, place.workId);
  return (
    <div className="mx-auto flex w-full max-w-130 flex-col gap-5 py-10">
      <div className="flex flex-col gap-2">
        <h1 tabIndex={-1} className="text-23">
          {t.title}
        </h1>
        <p className="text-13 text-ink2">{t.text}</p>
      </div>
      {!upload && (
        <FileDrop
          label={t.drop}
          accept="video/*,.mkv,.mov"
          onFiles={([file]) => file && send(file)}
          className="min-h-36 gap-1.5"
        >
          <Glyph icon={FileVideo} className="text-ink3 [&>svg]:size-6" />
          <span className="font-semibold text-ink">{t.drop}</span>
          <span className="text-12">{t.dropHint}</span>
        </FileDrop>
      )}
      {upload?.state === 'failed' && (
        <Notice
          tone="error"
          live
          title={t.failed}
          action={
            <>
              <Button size="sm" onClick={retry}>
                {t.tryAgain}
              </Button>
              <Button size="sm" variant="quiet" onClick={cancel}>
                {t.cancel}
              </Button>
            </>
          }
        >
          {upload.error?.message}
        </Notice>
      )}
      {upload && upload.state !== 'failed' && (
        <div className="flex flex-col gap-2 rounded-6 border border-line bg-panel p-3">
          <div className="flex items-center gap-3">
            <p className="min-w-0 grow truncate">
              {upload.state === 'sending' ? t.sending(formatShare(upload.share)) : t.reading}
            </p>
            <Button size="sm" onClick={cancel}>
              {t.cancel}
            </Button>
          </div>
          <Progress value={upload.state === 'sending' ? upload.share : null} label={t.drop} />
        </div>
      )}
      <div>
        <ButtonLink variant="ink" iconEnd={ArrowRight} to="/p/$projectId/w/$workId/scenario" params={place}>
          {t.toScript}
        </ButtonLink>
      </div>
    </div>
  );
}
