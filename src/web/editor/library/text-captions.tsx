import { Captions } from 'lucide-react';
import type { Timeline } from '#contract/timeline.ts';
import type { Cue } from '#domain/deliver/caption-cues.ts';
import { readCaptions } from '#domain/deliver/read-captions.ts';
import { addText } from '#domain/editing/add-free.ts';
import { secondsToFrames } from '#domain/frames.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { useAction } from '../../app/use-action.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { toast } from '../../ui/toast.ts';
import { newItemId } from '../new-item-id.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { textOfPreset } from './text-presets.ts';

/** Closes what was told of the file before; it outlives the panel, as what is told does. */
let closeTold = (): void => {};

/** Takes captions from a file, each as a text of its own that is seen when the file says. */
export function CaptionsImport() {
  const t = useStrings('inspector');
  const bring = useAction({
    run: async (file: File) => {
      closeTold();
      return readCaptions(await file.text());
    },
    done: (cues) => {
      if (cues.length === 0) {
        closeTold = toast({ title: t.panel.noCaptions, tone: 'error' });
        return;
      }
      const unseen = afterTheEnd(cues, useEditor.getState().history.present);
      if (unseen > 0) closeTold = toast({ title: t.panel.afterTheEnd(unseen) });
      const captions = cues.map((cue) => ({ ...cue, id: newItemId() }));
      edit.run(t.panel.imported(cues.length), (timeline) => captions.reduce(withCaption, timeline));
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

/** How many captions begin when the film is over; where there is no film yet, none. */
function afterTheEnd(cues: readonly Cue[], timeline: Timeline): number {
  const end = outputLengthFrames(timeline);
  return end === 0 ? 0 : cues.filter(({ startMs }) => secondsToFrames(startMs / 1000, timeline.fps) >= end).length;
}

function withCaption(timeline: Timeline, { id, startMs, endMs, text }: Cue & { readonly id: string }): Timeline {
  const startFrame = secondsToFrames(startMs / 1000, timeline.fps);
  const endFrame = Math.max(startFrame + 1, secondsToFrames(endMs / 1000, timeline.fps));
  return addText(timeline, {
    text: { id, ...textOfPreset('caption', text, timeline) },
    seen: { startFrame, endFrame },
  });
}
