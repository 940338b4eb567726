import { useSyncExternalStore } from 'react';
import { UploadQueue, type Upload } from '../../app/upload-queue.ts';
import { uploadWithProgress } from '../../app/upload.ts';
import { queryClient } from '../../app/query-client.ts';
import { keys } from '../../queries/keys.ts';
import { workPath } from '../../queries/works.ts';

/** A reference video on its way to its work. */
export type ReferenceUpload = Upload<File, unknown>;

const uploads = new UploadQueue<File, unknown>(
  ({ target, file }, options) => uploadWithProgress(`${target}/media/reference`, 'video', file, options),
  ({ id, target }) => {
    uploads.remove(id);
    const workId = target.split('/').at(-1) ?? '';
    void queryClient.invalidateQueries({ queryKey: keys.work(workId) });
  },
);

addEventListener('beforeunload', (event) => {
  if (uploads.isBusy()) event.preventDefault(); // the browser asks whether to leave
});

/** The reference video on its way to a work, which goes on while other screens are open. */
export function useReferenceUpload(projectId: string, workId: string) {
  const target = workPath(projectId, workId);
  const all = useSyncExternalStore(uploads.subscribe, uploads.snapshot);
  const upload = all.findLast((one) => one.target === target) ?? null;
  return {
    upload,
    send: (file: File) => {
      for (const earlier of all.filter((one) => one.target === target)) uploads.remove(earlier.id);
      uploads.add(target, [file]);
    },
    cancel: () => upload && uploads.remove(upload.id),
    retry: () => upload && uploads.retry(upload.id),
  };
}
