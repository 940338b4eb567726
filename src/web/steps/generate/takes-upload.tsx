import { useRef } from 'react';
import type { Take, TakeKind } from '#contract/take.ts';
import { uploadWithProgress } from '../../app/upload.ts';
import { queryClient } from '../../app/query-client.ts';
import { client } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { workPath } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import type { Icon } from '../../ui/glyph.tsx';
import { toast } from '../../ui/toast.ts';
import { usePanelSearch } from './panel-search.ts';

interface TakesUploadProps extends ScenePlace {
  readonly kind: TakeKind;
  /** What the scene shows now: it stays, and is shown again by undo. */
  readonly shown: Take | null;
  readonly icon: Icon;
}

/** Puts a picture or a clip of one's own into the scene; what was there is kept. */
export function TakesUpload({ kind, shown, icon, ...place }: TakesUploadProps) {
  const t = useStrings('scenePanel');
  const { go } = usePanelSearch();
  const input = useRef<HTMLInputElement>(null);
  const path = `${workPath(place.projectId, place.workId)}/scenes/${place.sceneIndex}/takes`;
  const stale = () => queryClient.invalidateQueries({ queryKey: keys.work(place.workId) });
  const upload = useAction({
    run: async (file: File) => {
      const take = await uploadWithProgress<Take>(path, 'file', file);
      await stale();
      return take;
    },
    done: (take) => {
      go({ tab: take.kind, take: take.id }, 'passing');
      const undo = async () => {
        if (shown) await client.pickTake({ ...place, takeId: shown.id });
        await stale();
      };
      toast({ title: t.ownIsIn, text: t.ownIsInText, ...(shown ? { undo } : {}) });
    },
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={kind === 'image' ? 'image/*' : 'video/*'}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) upload.act(file);
          currentTarget.value = '';
        }}
      />
      <Button size="sm" variant="quiet" icon={icon} pending={upload.isPending} onClick={() => input.current?.click()}>
        {t.bringOwn}
      </Button>
    </>
  );
}
