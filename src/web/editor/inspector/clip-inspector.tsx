import { Clapperboard, Film } from 'lucide-react';
import type { TimelineClip } from '#contract/timeline.ts';
import { setClips } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEditor } from '../store/editor-store.ts';
import { clipName } from '../timeline/item-words.ts';
import { ClipTake } from './clip-take.tsx';
import { ClipTimes } from './clip-times.tsx';
import { ClipTransition } from './clip-transition.tsx';
import { InspectorHead } from './inspector-head.tsx';
import { LevelField } from './level-field.tsx';
import { Section } from './section.tsx';

/** A clip, to be set exactly; of several, how loud they are and how each goes over into the next. */
export function ClipInspector({ clips }: { readonly clips: readonly TimelineClip[] }) {
  const t = useStrings('inspector');
  const words = useStrings('timeline');
  const place = useEditor((now) => now.place);
  const sources = useEditor((now) => now.sources);
  const scenes = useEditor((now) => now.scenes);
  const ids = clips.map(({ id }) => id);
  const [one] = clips;
  if (!one) return null;
  const isOne = clips.length === 1;
  const scene = isOne ? scenes.find(({ sceneId }) => sceneId === one.sceneId) : undefined;
  const hasSound = clips.some(({ media }) => sources[media.sha256]?.hasAudio);
  return (
    <>
      <InspectorHead
        icon={Film}
        title={isOne ? clipName(one, scenes, sources, words) : t.several(clips.length)}
        isSelection
      />
      {clips.some(({ media }) => sources[media.sha256]?.isMissing) && <Notice tone="error" title={t.clip.missing} />}
      {scene && <ClipTake clip={one} scene={scene} />}
      {isOne && <ClipTimes clip={one} sourceFrames={sources[one.media.sha256]?.frames ?? null} />}
      <Section title={t.clip.sound}>
        <div className="col-span-2">
          {hasSound ? (
            <LevelField
              volume={one.volume}
              muted={one.muted}
              change={(timeline, changes) => setClips(timeline, { ids, changes })}
            />
          ) : (
            <p className="text-12 text-ink3">{t.clip.noSound}</p>
          )}
        </div>
      </Section>
      <ClipTransition clips={clips} />
      {scene && (
        <Section>
          <ButtonLink
            className="col-span-2"
            icon={Clapperboard}
            to="/p/$projectId/w/$workId/generate"
            params={place}
            search={{ scene: scene.sceneIndex }}
          >
            {t.clip.toScene}
          </ButtonLink>
        </Section>
      )}
    </>
  );
}
