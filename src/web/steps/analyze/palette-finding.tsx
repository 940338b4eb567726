import { formatShare } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { copyText } from '../../ui/copy-text.ts';
import { toast } from '../../ui/toast.ts';
import { Finding } from './finding.tsx';
import type { Found } from './found.ts';

interface PaletteFindingProps {
  readonly palette: Found['palette'];
  readonly model: string | null;
}

/** The colours of the video, each as wide as the share of the picture it fills; pressed, its code is copied. */
export function PaletteFinding({ palette, model }: PaletteFindingProps) {
  const { findings: t } = useStrings('analyze');
  const copy = (hex: string): void => {
    void copyText(hex).then(() => toast({ title: t.copied(hex) }));
  };
  return (
    <Finding title={t.palette} model={model}>
      <div className="flex h-13 gap-1.5">
        {palette.map(({ color, share }) => (
          <button
            key={color}
            type="button"
            aria-label={t.copy(color.toUpperCase(), share === null ? '' : formatShare(share))}
            onClick={() => copy(color.toUpperCase())}
            className="min-w-6 rounded-4 border border-line2"
            style={{ backgroundColor: color, flexGrow: (share ?? 1) * 100, flexBasis: 0 }}
          />
        ))}
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-0.5 font-mono text-12 sm:grid-cols-3">
        {palette.map(({ color, share }) => (
          <li key={color} className="flex min-w-0 items-center gap-2">
            <span
              aria-hidden="true"
              className="size-2.5 shrink-0 rounded-4 border border-line2"
              style={{ backgroundColor: color }}
            />
            {color.toUpperCase()}
            {share !== null && <span className="ms-auto text-ink3">{formatShare(share)}</span>}
          </li>
        ))}
      </ul>
    </Finding>
  );
}
