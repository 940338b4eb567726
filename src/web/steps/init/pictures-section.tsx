import { AssetPicker } from '../../assets/asset-picker.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { NumberedGroup } from './numbered-group.tsx';
import type { BriefDraft } from './use-brief.ts';

const MOST = 60; // contract/work.ts

/** Which pictures the film uses, and how. */
export function PicturesSection({ draft: { work, brief, set } }: { readonly draft: BriefDraft }) {
  const t = useStrings('init');
  const isDirect = brief.assetUsageMode === 'direct';
  return (
    <NumberedGroup number={4} title={t.pictures} note={isDirect ? undefined : t.optional}>
      <AssetPicker
        projectId={work.projectId}
        selected={brief.selectedAssetIds}
        onChange={(ids) => set('selectedAssetIds', ids)}
        max={MOST}
        kinds={['image']}
        label={t.pictures}
      />
      {(isDirect || brief.selectedAssetIds.length > 0) && (
        <RadioCards
          label={t.picturesUse}
          hideLabel
          columns={2}
          value={brief.assetUsageMode ?? 'reference'}
          options={[
            { value: 'reference', ...t.guide },
            { value: 'direct', ...t.asTheyAre },
          ]}
          onValueChange={(use) => set('assetUsageMode', use)}
        />
      )}
    </NumberedGroup>
  );
}
