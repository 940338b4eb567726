import { Upload } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Glyph } from '../ui/glyph.tsx';

interface PageDropProps {
  /** What becomes of what is dropped, shown while something is held over the page. */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Whether what is dropped is wanted now; while a dialog is open it may not be. */
  readonly disabled?: boolean;
}

/** Takes files that are dropped anywhere on the page, or pasted; says so while they are held over it. */
export function PageDrop({ label, onFiles, disabled = false }: PageDropProps) {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent((event: DragEvent) => {
    if (event.defaultPrevented) setIsOver(false); // a place of its own takes it
    if (disabled || event.defaultPrevented || !bringsFiles(event)) return;
    event.preventDefault();
    if (event.type === 'dragover') setIsOver(true);
    if (event.type === 'dragleave' && event.relatedTarget === null) setIsOver(false);
    if (event.type !== 'drop') return;
    setIsOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (disabled || files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    addEventListener('paste', paste);
    const kinds = ['dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) addEventListener(kind, take);
    return () => {
      removeEventListener('paste', paste);
      for (const kind of kinds) removeEventListener(kind, take);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-50 flex flex-col items-center justify-center gap-2 rounded-10 border-2 border-dashed border-ink bg-scrim text-white">
      <Glyph icon={Upload} className="[&>svg]:size-8" />
      <p className="rounded-6 bg-black px-3 py-1 text-15 font-semibold">{label}</p>
    </div>
  );
}

const bringsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
