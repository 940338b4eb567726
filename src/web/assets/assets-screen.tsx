import { useSuspenseQuery } from '@tanstack/react-query';
import { Images } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useScreenKeys } from '../app/commands.ts';
import { assetUploads, useAssetUploads } from '../app/uploads.ts';
import { useMedia } from '../app/use-media.ts';
import { assetsQuery } from '../queries/assets.ts';
import { PageDrop } from '../pieces/page-drop.tsx';
import { ProjectTabs } from '../pieces/project-tabs.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Button } from '../ui/button.tsx';
import { AddFiles } from './add-files.tsx';
import { AssetGrid } from './asset-grid.tsx';
import { AssetSide } from './asset-side.tsx';
import { AssetsFilter } from './assets-filter.tsx';
import { AssetsHeader } from './assets-header.tsx';
import { assetsRoute } from './assets-route.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { useDescribing } from './describing.ts';
import { sortAssets } from './sort-assets.ts';
import { TrashQuestion } from './trash-question.tsx';
import { UploadList } from './upload-list.tsx';

const WIDE = '(min-width: 64rem)'; // there is room for one file beside the others

/** The files of a project: bring them, find them, say what they show, put them away. */
export function AssetsScreen() {
  const t = useStrings('assets');
  const { projectId } = assetsRoute.useParams();
  const { type, q, asset: openId } = assetsRoute.useSearch();
  const navigate = assetsRoute.useNavigate();
  const { data } = useSuspenseQuery(assetsQuery(projectId));
  const uploads = useAssetUploads(projectId);
  const describing = useDescribing(({ ids }) => ids);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [toTrash, setToTrash] = useState<readonly string[]>([]);
  const isWide = useMedia(WIDE);
  const wantedQ = useDeferredValue(q);
  useScreenKeys(useMemo(() => Object.values(t.keys), [t]));

  const shown = sortAssets(data.assets, { type, q: wantedQ });
  const chosen = data.assets.filter(({ id }) => picked.has(id));
  const open = data.assets.find(({ id }) => id === openId);
  const openAsset = (asset: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, asset }), replace: openId !== undefined && asset !== undefined });
  const bring = (files: readonly File[]) => void assetUploads.add(projectId, files);

  return (
    <>
      <ProjectTabs projectId={projectId} />
      <div className="flex min-w-0 grow items-stretch">
        <main id="content" className="flex min-w-0 grow flex-col gap-4 px-4 pt-6 pb-24 sm:px-6">
          <AssetsHeader projectId={projectId} assets={data.assets} uploads={uploads}>
            <AddFiles variant={data.assets.length === 0 ? 'quiet' : 'ink'} isCommand onFiles={bring} />
          </AssetsHeader>
          {data.assets.length > 0 && <AssetsFilter assets={data.assets} type={type} q={q} />}
          <UploadList uploads={uploads} />
          {data.assets.length === 0 && uploads.length === 0 && (
            <EmptyState
              icon={Images}
              title={t.titleEmpty}
              text={t.emptyText}
              action={<AddFiles variant="amber" onFiles={bring} />}
            />
          )}
          {data.assets.length > 0 && shown.length === 0 && (
            <EmptyState
              title={t.noneFound}
              text={q === undefined ? null : t.noneFoundText(q)}
              action={<Button onClick={() => void navigate({ search: {} })}>{t.clearSearch}</Button>}
            />
          )}
          {shown.length > 0 && (
            <AssetGrid
              label={t.grid}
              assets={shown}
              chosen={picked}
              openId={openId}
              describing={describing}
              onChoose={setPicked}
              onOpen={openAsset}
              onTrash={() => setToTrash(chosen.map(({ id }) => id))}
            />
          )}
          {chosen.length > 0 && (
            <ChosenBar
              projectId={projectId}
              chosen={chosen}
              isAll={chosen.length >= shown.length}
              onAll={() => setPicked(new Set(shown.map(({ id }) => id)))}
              onNone={() => setPicked(new Set())}
              onTrash={() => setToTrash(chosen.map(({ id }) => id))}
            />
          )}
        </main>
        <AssetSide
          asset={open}
          isWide={isWide}
          onClose={() => openAsset(undefined)}
          onTrash={() => open && setToTrash([open.id])}
        />
      </div>
      <TrashQuestion
        projectId={projectId}
        assets={data.assets.filter(({ id }) => toTrash.includes(id))}
        onDone={(gone) => {
          setToTrash([]);
          if (!gone) return;
          setPicked(new Set());
          if (openId !== undefined && toTrash.includes(openId)) openAsset(undefined);
        }}
      />
      <PageDrop label={t.dropHere} onFiles={bring} />
    </>
  );
}
