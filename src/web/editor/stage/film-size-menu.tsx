import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { reframe } from '#domain/timeline/reframe.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { edit, useEditor } from '../store/editor-store.ts';
import { FilmSizeDialog } from './film-size-dialog.tsx';

const shapes = [
  { name: 'portrait', width: 1080, height: 1920 },
  { name: 'feed', width: 1080, height: 1350 },
  { name: 'square', width: 1080, height: 1080 },
  { name: 'landscape', width: 1920, height: 1080 },
] as const;

/** The size of the film, and others to take it to. */
export function FilmSizeMenu() {
  const t = useStrings('stage');
  const width = useEditor(({ timeline }) => timeline.width);
  const height = useEditor(({ timeline }) => timeline.height);
  const [isAsking, setIsAsking] = useState(false);
  const resize = (size: { readonly width: number; readonly height: number }) =>
    edit.run(t.resized(size.width, size.height), (timeline) => reframe(timeline, { ...size, fps: timeline.fps }));
  return (
    <>
      <Menu
        align="start"
        label={t.size}
        trigger={
          <Button
            size="sm"
            variant="outline"
            iconEnd={ChevronDown}
            className="bg-panel"
            aria-label={`${t.size}: ${t.sizeOf(width, height)}`}
          >
            {t.sizeOf(width, height)}
          </Button>
        }
        items={[
          ...shapes.map(({ name, ...size }) => ({
            label: t.shapes[name],
            hint: t.sizeOf(size.width, size.height),
            checked: size.width === width && size.height === height,
            onSelect: () => resize(size),
          })),
          'separator' as const,
          { label: t.customSize, onSelect: () => setIsAsking(true) },
        ]}
      />
      <FilmSizeDialog
        key={String(isAsking)}
        open={isAsking}
        onOpenChange={setIsAsking}
        size={{ width, height }}
        onSize={resize}
      />
    </>
  );
}
