import { AudioLines } from 'lucide-react';
import { assetAccept } from '../../assets/asset-kinds.ts';
import { UploadList } from '../../assets/upload-list.tsx';
import { assetUploads, useAssetUploads } from '../../app/uploads.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { LoudnessSelect } from '../loudness-select.tsx';
import { useEditor } from '../store/editor-store.ts';
import { SoundRow } from './sound-row.tsx';
import { SoundsInFilm } from './sounds-in-film.tsx';
import { useListening } from './use-listening.ts';
import { useSounds } from './use-sounds.ts';

/** Music and voices: what the film has, how loud it is as a whole, and the sounds that can be laid into it. */
export function AudioPanel() {
  const t = useStrings('sound');
  const { projectId } = useEditor(({ place }) => place);
  const count = useEditor(({ timeline }) => timeline.audio.length);
  const uploads = useAssetUploads(projectId);
  const sounds = useSounds();
  const listening = useListening();
  return (
    <div className="flex flex-col gap-4 p-3">
      <div className="flex items-baseline gap-2">
        <h2 className="text-13 font-semibold">{t.title}</h2>
        <span className="text-12 text-ink3">{t.countInFilm(count)}</span>
      </div>
      <SoundsInFilm />
      <LoudnessSelect />
      <section aria-labelledby="sounds-of-project" className="flex flex-col gap-2">
        <h3 id="sounds-of-project" className="text-12 font-semibold text-ink2">
          {t.sounds}
        </h3>
        <FileDrop
          label={t.bring}
          accept={assetAccept.audio}
          multiple
          onFiles={(files) => void assetUploads.add(projectId, files)}
          className="p-3!"
        >
          <span className="flex items-center gap-2 text-ink">
            <Glyph icon={AudioLines} />
            {t.bring}
          </span>
          <span className="text-11 text-ink3">{t.bringHint}</span>
        </FileDrop>
        <UploadList uploads={uploads} />
        {sounds?.length === 0 && <p className="text-12 text-ink3">{t.noSounds}</p>}
        <ul aria-busy={sounds === undefined} className="flex flex-col gap-2">
          {sounds?.map((sound) => (
            <SoundRow key={sound.source.sha256} sound={sound} listening={listening} />
          ))}
        </ul>
      </section>
    </div>
  );
}
