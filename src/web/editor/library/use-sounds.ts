import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditSource } from '#contract/edit.ts';
import type { AudioTrack, MediaRef } from '#contract/timeline.ts';
import { assetsQuery } from '../../queries/assets.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { mediaOfAsset, sourceOfAsset } from '../source-of-asset.ts';
import { useEditor } from '../store/editor-store.ts';

/** A sound that can be laid into the film. */
export interface Sound {
  readonly name: string;
  readonly source: EditSource;
  readonly media: MediaRef;
  /** The work's own sound: it is the music, or nothing. */
  readonly isOfWork: boolean;
}

/** The sounds of the project, the last brought first, and before them the work's own; undefined until they are known. */
export function useSounds(): readonly Sound[] | undefined {
  const t = useStrings('sound');
  const { projectId } = useEditor(({ place }) => place);
  const fps = useEditor(({ timeline }) => timeline.fps);
  const sources = useEditor((now) => now.sources);
  const { data } = useQuery(assetsQuery(projectId));
  return useMemo(() => {
    if (!data) return undefined;
    const brought = data.assets
      .filter(({ type }) => type === 'audio')
      .toSorted((one, other) => other.createdAt - one.createdAt)
      .flatMap((asset): Sound[] => {
        const source = sourceOfAsset(asset, fps);
        const media = mediaOfAsset(asset);
        return source && media ? [{ name: asset.name, source, media, isOfWork: false }] : [];
      });
    const own = Object.values(sources)
      .filter(({ kind, url }) => kind === 'audio' && url.endsWith('/media/audio'))
      .map((source): Sound => {
        const media = { sha256: source.sha256, kind: 'audio' as const };
        return { name: source.name ?? t.ownSound, source, media, isOfWork: true };
      });
    return [...own, ...brought];
  }, [data, fps, sources, t]);
}

/** What a sound of the film is called. */
export function useSoundName(): (track: Pick<AudioTrack, 'media'>) => string {
  const t = useStrings('sound');
  const sources = useEditor((now) => now.sources);
  return ({ media }) => {
    const source = sources[media.sha256];
    return source?.name ?? (source?.url.endsWith('/media/audio') ? t.ownSound : t.unnamed);
  };
}
