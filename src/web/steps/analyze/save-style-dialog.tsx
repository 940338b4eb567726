import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnalysisResult } from '#contract/analysis.ts';
import type { FoundStyle } from '#contract/style-guide.ts';
import { styleGuideOfAnalysis } from '#domain/style-guide-of-analysis.ts';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { projectQuery } from '../../queries/projects.ts';
import type { WorkPlace } from '../../queries/references.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.ts';
import { styleDiff, type StyleChange } from './style-diff.ts';
import { StyleValue } from './style-value.tsx';

interface SaveStyleDialogProps {
  readonly place: WorkPlace;
  readonly analysis: AnalysisResult;
  readonly onClose: () => void;
}

/** What the found look would change in the project's style guide, field by field; nothing is taken over unseen. */
export function SaveStyleDialog({ place, analysis, onClose }: SaveStyleDialogProps) {
  const t = useStrings('analyze');
  const { projectId } = place;
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const changes = styleDiff(project.styleGuide, styleGuideOfAnalysis(analysis));
  const [left, setLeft] = useState<readonly FoundStyle[]>([]);
  const wanted = changes.filter(({ field, isSame }) => !isSame && !left.includes(field)).map(({ field }) => field);
  const isNew = changes.some(({ isSame }) => !isSame);
  const show = (saved: typeof project) => queryClient.setQueryData(keys.project(projectId), saved);
  const save = useAction({
    run: () => client.saveStyleGuide({ ...place, only: wanted }),
    done: (saved) => {
      show(saved);
      toast({
        title: t.style.saved(project.name),
        tone: 'done',
        undo: async () => show(await client.updateProject({ projectId, styleGuide: project.styleGuide })),
      });
      onClose();
    },
  });
  const take = (field: FoundStyle, isTaken: boolean) =>
    setLeft(isTaken ? left.filter((other) => other !== field) : [...left, field]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t.style.title(project.name)}
      description={isNew ? t.style.text : t.style.allSame}
      footer={
        isNew && (
          <Button
            variant="amber"
            disabled={wanted.length === 0}
            pending={save.isPending}
            onClick={() => save.act(undefined)}
          >
            {wanted.length === 0 ? t.style.nothing : t.style.save(wanted.length)}
          </Button>
        )
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {changes.map((change) => (
          <Line key={change.field} change={change} isTaken={wanted.includes(change.field)} onTake={take} />
        ))}
      </ul>
    </Dialog>
  );
}

interface LineProps {
  readonly change: StyleChange;
  readonly isTaken: boolean;
  readonly onTake: (field: FoundStyle, isTaken: boolean) => void;
}

function Line({ change, isTaken, onTake }: LineProps) {
  const { style: t } = useStrings('analyze');
  const { field, before, after, isSame } = change;
  return (
    <li className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[9rem_1fr_1fr]">
      {isSame ? (
        <p className="text-13 font-semibold">
          {t.fields[field]} <span className="block text-12 font-normal text-ink3">{t.same}</span>
        </p>
      ) : (
        <Checkbox label={t.fields[field]} checked={isTaken} onCheckedChange={(checked) => onTake(field, checked)} />
      )}
      <div className="min-w-0">
        <p className="text-11 text-ink3">{t.now}</p>
        <StyleValue field={field} value={before} />
      </div>
      <div className="min-w-0">
        <p className="text-11 text-ink3">{t.afterwards}</p>
        <StyleValue field={field} value={after} before={isSame ? undefined : before} />
      </div>
    </li>
  );
}
