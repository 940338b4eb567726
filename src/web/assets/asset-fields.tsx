import { useEffect, useMemo, useState } from 'react';
import type { Asset } from '#contract/asset.ts';
import { client, versionOf } from '../app/api.ts';
import { formatCount } from '../app/format.ts';
import { useAutosave } from '../app/use-autosave.ts';
import { assetPath, layIntoList, refreshAsset } from '../queries/assets.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Field } from '../ui/field.tsx';
import { TagInput } from '../ui/tag-input.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { DescribeButton } from './describe-button.tsx';

const MOST_TAGS = 50;
const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 4000;

/** What is said of a file, edited in place and saved by itself. */
export function AssetFields({ asset }: { readonly asset: Asset }) {
  const t = useStrings('assets');
  const draft = useAssetDraft(asset);
  const { name, tags, description } = draft.values;
  const [isNameless, setIsNameless] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <Field label={t.name} error={isNameless ? t.nameNeeded : null}>
        <TextInput
          value={isNameless ? '' : name}
          maxLength={LONGEST_NAME}
          onValueChange={(next) => {
            setIsNameless(next.trim() === '');
            if (next.trim() !== '') draft.set('name', next);
          }}
        />
      </Field>
      {asset.type !== 'font' && (
        <div className="flex flex-col items-start gap-2">
          <Field
            label={t.description}
            hint={t.descriptionHint}
            count={description === '' ? undefined : formatCount(description.length)}
            className="w-full"
          >
            <TextArea
              value={description}
              maxLength={LONGEST_DESCRIPTION}
              rows={3}
              onValueChange={(next) => draft.set('description', next)}
            />
          </Field>
          <DescribeButton
            size="sm"
            projectId={asset.projectId}
            assets={[asset]}
            label={description === '' ? t.describe : t.describeAgain}
          />
        </div>
      )}
      <TagInput
        label={t.tags}
        hint={t.tagsHint}
        value={tags}
        most={MOST_TAGS}
        onValueChange={(next) => draft.set('tags', next)}
      />
    </div>
  );
}

function useAssetDraft(asset: Asset) {
  const { id: assetId, projectId, name, tags, description } = asset;
  useEffect(() => void refreshAsset({ projectId, id: assetId }).catch(() => {}), [projectId, assetId]); // for its version
  const value = useMemo(() => writtenOf({ name, tags, description }), [name, tags, description]);
  const path = assetPath(asset);
  return useAutosave<Written>({
    key: path,
    value,
    send: async (changes) => {
      const ifMatch = versionOf(path);
      layIntoList(
        await client.updateAsset({ projectId, assetId, ...changes }, ifMatch === undefined ? {} : { ifMatch }),
      );
    },
    refresh: async () => writtenOf(await refreshAsset({ projectId, id: assetId })),
  });
}

const writtenOf = ({ name, tags, description }: Pick<Asset, 'name' | 'tags' | 'description'>): Written => ({
  name,
  tags: tags ?? [],
  description: description ?? '',
});

interface Written {
  readonly name: string;
  readonly tags: string[];
  readonly description: string;
}
