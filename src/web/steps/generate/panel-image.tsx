import { useSuspenseQuery } from '@tanstack/react-query';
import type { ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Notice } from '../../ui/notice.tsx';
import { PanelState } from './panel-state.tsx';
import { PanelWords } from './panel-words.tsx';
import { PayloadPreview } from './payload-preview.tsx';
import { ProviderPicker } from './provider-picker.tsx';
import { TakesSection } from './takes-section.tsx';

/** The picture of a scene: its takes, what it is asked for, and by whom it is made. */
export function PanelImage(place: ScenePlace) {
  const t = useStrings('scenePanel');
  const { data: isDirect } = useSuspenseQuery({
    ...workQuery(place.projectId, place.workId),
    select: ({ assetUsageMode }) => assetUsageMode === 'direct',
  });
  return (
    <>
      <PanelState {...place} kind="image" />
      <TakesSection {...place} kind="image" />
      <PanelWords {...place} kind="image" />
      {isDirect ? (
        <Notice title={t.directTitle}>{t.directText}</Notice>
      ) : (
        <>
          <PayloadPreview {...place} kind="image" />
          <ProviderPicker {...place} kind="image" />
        </>
      )}
    </>
  );
}
