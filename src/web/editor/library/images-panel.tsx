import { useQuery } from '@tanstack/react-query';
import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { assetUploads, useAssetUploads } from '../../app/uploads.ts';
import { assetAccept } from '../../assets/asset-kinds.ts';
import { sortAssets } from '../../assets/sort-assets.ts';
import { UploadList } from '../../assets/upload-list.tsx';
import { assetsQuery } from '../../queries/assets.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useEditor } from '../store/editor-store.ts';
import { ImageTile } from './image-tile.tsx';

const SEARCHED_FROM = 12; // fewer are seen at a glance

/** Pictures of the project, to be laid over the film; new ones are dropped here. */
export function ImagesPanel() {
  const t = useStrings('inspector');
  const editor = useStrings('editor');
  const projectId = useEditor(({ place }) => place.projectId);
  const { data } = useQuery(assetsQuery(projectId));
  const uploads = useAssetUploads(projectId);
  const [q, setQ] = useState('');
  const pictures = sortAssets(data?.assets ?? [], {}).filter(({ type }) => type === 'image');
  const sought = q.trim().toLocaleLowerCase();
  const shown = pictures.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
  return (
    <section aria-labelledby="images-title" aria-busy={data === undefined} className="grid content-start gap-3 p-3">
      <h2 id="images-title" className="text-13 font-semibold max-lg:sr-only">
        {editor.panels.images}
      </h2>
      {pictures.length >= SEARCHED_FROM && <SearchField label={t.panel.search} value={q} onValueChange={setQ} />}
      <ul aria-label={t.panel.images} className="grid grid-cols-2 gap-2 max-lg:grid-cols-3">
        {shown.map((asset) => (
          <li key={asset.id}>
            <ImageTile asset={asset} />
          </li>
        ))}
      </ul>
      <FileDrop
        label={t.panel.addImages}
        accept={assetAccept.image}
        multiple
        onFiles={(files) => void assetUploads.add(projectId, files)}
        className="p-3!"
      >
        <span className="flex items-center gap-2 text-ink">
          <Glyph icon={ImagePlus} />
          {t.panel.addImages}
        </span>
        {data && pictures.length === 0 && <span className="text-12 text-ink3">{t.panel.noImages}</span>}
      </FileDrop>
      <UploadList uploads={uploads} />
    </section>
  );
}
