import { useEffect, useRef } from 'react';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useEditor } from '../store/editor-store.ts';

/** Where the playhead is. Written without React: while it plays it changes thirty times a second. */
export function Timecode({ label }: { readonly label: string }) {
  const output = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = (): void => {
      const { playhead, timeline } = useEditor.getState();
      if (output.current) output.current.textContent = timecodeOf(playhead, timeline.fps);
    };
    write();
    return useEditor.subscribe((now, before) => {
      if (now.playhead !== before.playhead || now.timeline !== before.timeline) write();
    });
  }, []);
  return (
    <span className="font-mono text-13 font-semibold whitespace-nowrap text-ink" title={label}>
      <span ref={output} data-timecode />
    </span>
  );
}
