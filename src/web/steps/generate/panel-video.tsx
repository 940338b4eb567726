import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { formatSeconds } from '../../app/format.ts';
import { previewQuery, takePosterUrl, takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { useEngine } from './panel-engine.ts';
import { PanelLastFrame } from './panel-last-frame.tsx';
import { PanelState } from './panel-state.tsx';
import { PanelWords } from './panel-words.tsx';
import { PayloadPreview } from './payload-preview.tsx';
import { ProviderPicker } from './provider-picker.tsx';
import { numberedTakes } from './takes-numbered.ts';
import { TakesSection } from './takes-section.tsx';

/** The clip of a scene: its takes, the picture it is made from, how it moves, and by whom it is made. */
export function PanelVideo(place: ScenePlace) {
  return (
    <>
      <PanelState {...place} kind="video" />
      <TakesSection {...place} kind="video" />
      <FirstFrame {...place} />
      <PanelWords {...place} kind="video" />
      <PanelLastFrame {...place} />
      <ClipLength {...place} />
      <PayloadPreview {...place} kind="video" />
      <ProviderPicker {...place} kind="video" />
    </>
  );
}

/** The picture the clip begins with: the approved one, or the one that making a clip approves. */
function FirstFrame(place: ScenePlace) {
  const t = useStrings('scenePanel');
  const [{ data: takes }] = useSuspenseQueries({ queries: [takesQuery(place)] });
  const pictures = numberedTakes(takes, 'image');
  const approved = pictures.find((one) => one.approved);
  const picture = approved ?? pictures.find(({ picked }) => picked);
  return (
    <section aria-label={t.firstFrame} className="flex items-center gap-3 rounded-6 border border-line p-2">
      <span className="flex h-14 w-10 shrink-0 items-center justify-center">
        {picture && <img src={takePosterUrl(place, picture)} alt="" className="max-h-full max-w-full rounded-4" />}
      </span>
      <div className="min-w-0 text-12">
        <h3 className="text-ink">{picture ? t.firstFrameIs(picture.number) : t.firstFrame}</h3>
        <p className="flex items-start gap-1.5 text-ink2">
          <Glyph icon={approved ? CircleCheck : CircleDashed} className="mt-px [&>svg]:size-3.5" />
          {approved ? t.isApproved : picture ? t.isApprovedThereby : t.pictureFirst}
        </p>
      </div>
    </section>
  );
}

/** How long the clip is asked for beside what the scene needs, where the model's lengths are others. */
function ClipLength(place: ScenePlace) {
  const t = useStrings('scenePanel');
  const { headers } = useEngine(place.workId, 'video');
  const { data: scene } = useQuery({
    ...workQuery(place.projectId, place.workId),
    select: ({ scenes }) => scenes[place.sceneIndex],
  });
  const { image_prompt = '', negative_prompt = '', video_prompt = '' } = scene ?? {};
  const words = { kind: 'video', image_prompt, negative_prompt, video_prompt } as const;
  const { data } = useQuery({ ...previewQuery(place, words, headers), enabled: scene !== undefined });
  if (!data || data.askedDurationS === null || data.sceneDurationS === null) return null;
  const asked = formatSeconds(data.askedDurationS);
  const needed = formatSeconds(data.sceneDurationS);
  const said =
    asked === needed
      ? t.lengthExact(needed)
      : data.askedDurationS > data.sceneDurationS
        ? t.lengthLonger(needed, asked)
        : t.lengthShorter(needed, asked);
  return <p className="text-12 text-ink2">{said}</p>;
}
