import { FileVideo } from 'lucide-react';
import { MAX_UPLOAD_BYTES } from '#contract/media-limits.ts';
import { formatBytes } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { ReferenceOnItsWay } from './reference-on-its-way.tsx';
import { ReferenceThere } from './reference-there.tsx';
import { useReferenceUpload } from './reference-uploads.ts';
import type { BriefDraft } from './use-brief.ts';

const ACCEPT = 'video/*,.mkv,.mov';

/** The reference video: a place to drop it, its way here, then the video itself and what to take from it. */
export function ReferenceField({ draft: { work, brief, set } }: { readonly draft: BriefDraft }) {
  const t = useStrings('init');
  const { upload, send, cancel, retry } = useReferenceUpload(work.projectId, work.id);
  if (upload) return <ReferenceOnItsWay upload={upload} onCancel={cancel} onRetry={retry} />;
  if (!work.hasReferenceVideo) {
    return (
      <FileDrop
        label={t.reference.drop}
        accept={ACCEPT}
        onFiles={([file]) => file && send(file)}
        className="min-h-32 gap-1.5"
      >
        <Glyph icon={FileVideo} className="text-ink3 [&>svg]:size-6" />
        <span className="font-semibold text-ink">{t.reference.drop}</span>
        <span className="text-12">{t.reference.dropHint(formatBytes(MAX_UPLOAD_BYTES.video))}</span>
      </FileDrop>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <ReferenceThere work={work} accept={ACCEPT} onReplace={send} />
      <RadioCards
        label={t.reference.use}
        columns={2}
        value={brief.mode ?? 'content_remix'}
        onValueChange={(mode) => set('mode', mode)}
        options={[
          { value: 'style_transfer', ...t.reference.style },
          { value: 'content_remix', ...t.reference.story },
        ]}
      />
    </div>
  );
}
