import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { queryClient } from '../app/query-client.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';
import { startFilesOf, startFromFiles } from './start-from-files.ts';

/** Starts a work of files that were dropped, and goes to it when they are there. */
export function useStartFromFiles(projectId: string) {
  const t = useStrings('works');
  const navigate = useNavigate();
  const stopping = useRef<AbortController | null>(null);
  const [uploading, setUploading] = useState<{ readonly name: string; readonly share: number } | null>(null);

  const start = async (files: readonly File[]) => {
    const wanted = startFilesOf(files);
    if (!wanted) return void toast({ title: t.onlyMedia, tone: 'error' });
    const controller = new AbortController();
    stopping.current = controller;
    try {
      const { workId } = await startFromFiles(projectId, wanted, {
        signal: controller.signal,
        onProgress: (name, share) => setUploading({ name, share }),
      });
      void queryClient.invalidateQueries({ queryKey: keys.works(projectId) });
      void queryClient.invalidateQueries({ queryKey: keys.assets(projectId) });
      await navigate({ to: '/p/$projectId/w/$workId/init', params: { projectId, workId } });
    } catch (error) {
      void queryClient.invalidateQueries({ queryKey: keys.works(projectId) });
      if (!controller.signal.aborted) {
        toast({ title: t.uploadFailed, text: error instanceof Error ? error.message : String(error), tone: 'error' });
      }
    } finally {
      setUploading(null);
    }
    return undefined;
  };
  return { start: (files: readonly File[]) => void start(files), uploading, stop: () => stopping.current?.abort() };
}
