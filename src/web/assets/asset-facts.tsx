import type { Asset } from '#contract/asset.ts';
import { formatBytes, formatMoment, formatTimecode } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';

/** What was measured of a file. */
export function AssetFacts({ asset }: { readonly asset: Asset }) {
  const t = useStrings('assets');
  const { type, mimeType, width, height, duration, size, filename, createdAt } = asset;
  const facts: readonly (readonly [string, string | null])[] = [
    [t.kind, `${t.kinds[type]}, ${mimeType}`],
    [t.dimensions, width !== undefined && height !== undefined ? `${width} × ${height}` : null],
    [t.length, duration === undefined ? null : formatTimecode(duration)],
    [t.size, formatBytes(size)],
    [t.fileName, filename],
    [t.addedAt, formatMoment(createdAt)],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-12">
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label} className="contents">
              <dt className="text-ink3">{label}</dt>
              <dd className="min-w-0 text-end break-all text-ink2">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
