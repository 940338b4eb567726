import { Captions } from 'lucide-react';
import type { Timeline } from '#contract/timeline.ts';
import type { Cue } from '#domain/deliver/caption-cues.ts';
import { readCaptions } from '#domain/deliver/read-captions.ts';
import { addText } from '#domain/editing/add-free.ts';
import { secondsToFrames } from '#domain/frames.ts';
import { useAction } from '../../app/use-action.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { toast } from '../../ui/toast.ts';
import { newItemId } from '../new-item-id.ts';
import { edit } from '../store/editor-store.ts';
import { textOfPreset } from './text-presets.ts';

/** Takes captions from a file, each as a text of its own that is seen when the file says. */
export function CaptionsImport() {
  const t = useStrings('inspector');
  const bring = useAction({
    run: async (file: File) => readCaptions(await file.text()),
    done: (cues) => {
      if (cues.length === 0) return toast({ title: t.panel.noCaptions, tone: 'error' });
      const captions = cues.map((cue) => ({ ...cue, id: newItemId() }));
      return edit.run(t.panel.imported(cues.length), (timeline) => captions.reduce(withCaption, timeline));
    },
  });
  return (
    <FileDrop
      label={t.panel.importCaptions}
      accept=".srt,.vtt"
      onFiles={([file]) => file && bring.act(file)}
      className="p-3!"
    >
      <span className="flex items-center gap-2">
        <Glyph icon={Captions} />
        {t.panel.importCaptions}
      </span>
    </FileDrop>
  );
}

function withCaption(timeline: Timeline, { id, startMs, endMs, text }: Cue & { readonly id: string }): Timeline {
  const startFrame = secondsToFrames(startMs / 1000, timeline.fps);
  const endFrame = Math.max(startFrame + 1, secondsToFrames(endMs / 1000, timeline.fps));
  return addText(timeline, {
    text: { id, ...textOfPreset('caption', text, timeline) },
    seen: { startFrame, endFrame },
  });
}
