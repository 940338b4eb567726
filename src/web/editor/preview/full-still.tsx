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
  const still = usePlayback((now) => now.still);
  const [picture, setPicture] = useState<{ readonly frame: number; readonly url: string } | null>(null);
  useEffect(() => {
    if (!still) return;
    const asking = new AbortController();
    let url: string | null = null;
    const end = useEditor.subscribe((now, before) => {
      if (now.timeline !== before.timeline || now.playhead !== still.frame) playback.showStill(null);
    });
    void (async () => {
      try {
        const blob = await askStill(still.frame, asking.signal);
        url = URL.createObjectURL(blob);
        setPicture({ frame: still.frame, url });
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
  }, [still, t.stillFailed]);
  if (!still || picture?.frame !== still.frame) return null;
  return <img src={picture.url} alt={t.stillPicture} data-still={still.frame} className="absolute inset-0 size-full" />;
}

async function askStill(frame: number, signal: AbortSignal): Promise<Blob> {
  await flushAll(); // the server draws the edit it has
  const { place, timeline } = useEditor.getState();
  const response = await fetch(stillUrl(place, timeline, frame), { signal, cache: 'no-cache' });
  if (!response.ok) throw await refusalOf(response);
  return response.blob();
}
