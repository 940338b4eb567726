import { CircleAlert, RotateCw, X } from 'lucide-react';
import { formatBytes, formatShare } from '../app/format.ts';
import { assetUploads, type AssetUpload } from '../app/uploads.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Progress } from '../ui/progress.tsx';

const MOST_SHOWN = 8; // a folder of hundreds must not push the files that are there off the screen
const order = { failed: 0, reading: 1, sending: 1, waiting: 2, done: 3 };

/** Files on their way into a project, each with how far it is, why it was refused, and what can be done. */
export function UploadList({ uploads }: { readonly uploads: readonly AssetUpload[] }) {
  const t = useStrings('assets');
  const open = uploads.filter(({ state }) => state !== 'done');
  const shown = open.toSorted((one, other) => order[one.state] - order[other.state]).slice(0, MOST_SHOWN);
  if (open.length === 0) return null;
  return (
    <ul aria-label={t.onTheirWay} className="flex flex-col divide-y divide-line rounded-10 bg-panel">
      {shown.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
      {shown.length < open.length && (
        <li className="px-3 py-2 text-12 text-ink3">{t.moreWait(open.length - shown.length)}</li>
      )}
    </ul>
  );
}

function UploadRow({ upload: { id, file, state, share, error } }: { readonly upload: AssetUpload }) {
  const t = useStrings('assets');
  const words = {
    waiting: t.waits,
    sending: `${formatShare(share)}, ${formatBytes(file.size)}`,
    reading: t.reading,
    done: t.arrived,
    failed: error?.message ?? '',
  }[state];
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <span className="min-w-0 truncate text-13 font-semibold">{file.name}</span>
          <span
            role={state === 'failed' ? 'alert' : undefined}
            className={state === 'failed' ? 'text-12 text-err-text' : 'text-12 text-ink3'}
          >
            {words}
          </span>
        </div>
        {(state === 'sending' || state === 'reading') && (
          <Progress label={t.sending(file.name)} value={state === 'sending' ? share : null} className="mt-1.5" />
        )}
      </div>
      {state === 'failed' && <Glyph icon={CircleAlert} className="text-err-text" />}
      {state === 'failed' && (
        <IconButton size="sm" icon={RotateCw} label={t.sendAgain(file.name)} onClick={() => assetUploads.retry(id)} />
      )}
      <IconButton
        size="sm"
        icon={X}
        label={state === 'failed' ? t.dismiss(file.name) : t.stopSending(file.name)}
        onClick={() => assetUploads.remove(id)}
      />
    </li>
  );
}
