import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { sceneTitle } from '../../pieces/scene-title.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Select } from '../../ui/select.tsx';
import { useEngine } from './panel-engine.ts';
import { chooseLastTake, useLastTake } from './panel-last-take.ts';

const NONE = 'none';

/** Has the clip end with the picture of the next scene, so that it runs into it; where the model takes a last picture. */
export function PanelLastFrame(place: ScenePlace) {
  const t = useStrings('scenePanel');
  const { model } = useEngine(place.workId, 'video');
  const { data: scenes } = useSuspenseQuery({
    ...workQuery(place.projectId, place.workId),
    select: (work) => work.scenes,
  });
  const scene = scenes[place.sceneIndex];
  const next = scenes[place.sceneIndex + 1];
  const chosen = useLastTake(scene?.id);
  const isTaken = model?.input?.lastFrame === true;
  const { data: takesOfNext } = useQuery({
    ...takesQuery({ ...place, sceneIndex: place.sceneIndex + 1 }),
    enabled: isTaken && next !== undefined,
  });
  const { data: own } = useQuery({ ...takesQuery(place), enabled: isTaken });
  if (!isTaken || !scene?.id) return null;
  const ofNext = takesOfNext?.find(({ kind, picked }) => kind === 'image' && picked);
  const first = own?.find(({ kind, picked }) => kind === 'image' && picked);
  const { id } = scene;
  const options = [
    { value: NONE, label: t.lastFrameFree },
    ...(next && ofNext ? [{ value: ofNext.id, label: t.lastFrameNext(place.sceneIndex + 2, sceneTitle(next)) }] : []),
    ...(first ? [{ value: first.id, label: t.lastFrameLoop }] : []),
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        label={t.lastFrame}
        value={options.some(({ value }) => value === chosen) && chosen ? chosen : NONE}
        onValueChange={(value) => chooseLastTake(id, value === NONE ? undefined : value)}
        options={options}
      />
    </div>
  );
}
