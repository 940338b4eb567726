import { useEffect, useState } from 'react';
import { refusalOf } from '../../app/api.ts';
import { flushAll } from '../../app/use-autosave.ts';
import { toast } from '../../ui/toast.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { playback, usePlayback } from './playback.ts';
import { stillUrl } from './still-url.ts';

/** The server's own picture of the frame, over the preview's, until anything changes. */
export function FullStill() {
  const t = useStrings('preview');
  const frame = usePlayback((now) => now.still?.frame);
  const [picture, setPicture] = useState<{ readonly frame: number; readonly url: string } | null>(null);
  useEffect(() => {
    if (frame === undefined) return;
    const asking = new AbortController();
    let url: string | null = null;
    const end = useEditor.subscribe((now, before) => {
      if (now.timeline !== before.timeline || now.playhead !== frame) playback.showStill(null);
    });
    void (async () => {
      try {
        const blob = await askStill(frame, asking.signal);
        url = URL.createObjectURL(blob);
        setPicture({ frame, url });
        playback.showStill({ frame, isDrawn: true });
      } catch (error) {
        if (asking.signal.aborted) return;
        playback.showStill(null);
        toast({ title: t.stillFailed, text: error instanceof Error ? error.message : undefined, tone: 'error' });
      }
    })();
    return () => {
      asking.abort();
      end();
      setPicture(null);
      if (url) URL.revokeObjectURL(url);
    };
  }, [frame, t.stillFailed]);
  if (picture === null || picture.frame !== frame) return null;
  return <img src={picture.url} alt={t.stillPicture} data-still={frame} className="absolute inset-0 size-full" />;
}

async function askStill(frame: number, signal: AbortSignal): Promise<Blob> {
  await flushAll(); // the server draws the edit it has
  const { place, timeline } = useEditor.getState();
  const response = await fetch(stillUrl(place, timeline, frame), { signal, cache: 'no-cache' });
  if (!response.ok) throw await refusalOf(response);
  return response.blob();
}
