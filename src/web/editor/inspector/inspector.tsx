import { useMedia } from '../../app/use-media.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { InspectorContent } from './inspector-content.tsx';
import { openInspector, useInspectorSheet } from './inspector-sheet.ts';

/** What is chosen, to be set exactly: beside the stage, on a narrow screen in a sheet that Edit opens. */
export function Inspector() {
  const t = useStrings('inspector');
  const isWide = useMedia('(min-width: 64rem)');
  const isOpen = useInspectorSheet((now) => now.isOpen);
  if (!isWide) {
    return (
      <Sheet open={isOpen} onOpenChange={openInspector} title={t.inspector}>
        <div className="-m-4">
          <InspectorContent />
        </div>
      </Sheet>
    );
  }
  return (
    <aside
      aria-label={t.inspector}
      className="scroll-quiet min-h-0 w-71 shrink-0 overflow-y-auto border-s border-line bg-panel"
    >
      <InspectorContent />
    </aside>
  );
}
