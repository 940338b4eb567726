import { useQueries } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import type { ExportWishes } from '#contract/export.ts';
import { formatBytes } from '../../app/format.ts';
import { queryClient } from '../../app/query-client.ts';
import { flushAll } from '../../app/use-autosave.ts';
import { exportEstimateQuery } from '../../queries/exports.ts';
import { keys } from '../../queries/keys.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EstimateLine } from './estimate-line.tsx';
import { estimateOfAll } from './estimate-of-all.ts';
import { type ExportSettings, firstSettings, wishesOf } from './export-settings.ts';
import { type ExportedEdit, SettingsFields } from './settings-fields.tsx';
import { useAddExports } from './use-add-exports.ts';
import type { ExportsPlace } from './use-export-actions.ts';
import type { ShownFrame } from './use-shown-frame.ts';

/** What was chosen last of each work since the page was loaded; the poster was of another moment. */
const chosenBefore = new Map<string, ExportSettings>();

interface AddExportProps {
  readonly place: ExportsPlace;
  readonly edit: ExportedEdit & { readonly lengthS: number };
  readonly shown: ShownFrame | null;
  /** Nothing is under way: what is here is what there is to do. */
  readonly isFirst: boolean;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
}

/** What is to be exported next: as what, and what that will take. */
export function AddExport({ place, edit, shown, isFirst, buttonRef }: AddExportProps) {
  const t = useStrings('exports');
  const [settings, setSettings] = useState(() => chosenBefore.get(place.workId) ?? firstSettings(edit));
  const wishes = settings.formats.map((format) => wishesOf(settings, format, edit));
  const known = wishes.filter((wish): wish is ExportWishes => wish !== null);
  const isEmpty = edit.lengthS === 0;
  const isAskable = !isEmpty && known.length > 0 && known.length === wishes.length;
  const add = useAddExports(place);
  useSavedFirst(place.workId);
  const { all, isCounting, error } = useQueries({
    queries: (isAskable ? known : []).map((wish) => exportEstimateQuery(place, wish)),
    combine: (answers) => ({
      all: answers.every(({ data }) => data) ? estimateOfAll(answers.flatMap(({ data }) => data ?? [])) : null,
      isCounting: answers.some(({ isPending }) => isPending),
      error: answers.find((answer) => answer.error)?.error ?? null,
    }),
  });
  const isRefused = !isAskable || all?.isTooLarge === true;
  const there = add.data?.filter(({ status }) => status === 'done').length ?? 0;
  return (
    <section aria-labelledby="exports-add" className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <h3 id="exports-add" className="text-13 font-semibold">
        {isFirst ? t.add : t.addAnother}
      </h3>
      <SettingsFields
        settings={settings}
        onChange={(next) => {
          setSettings(next);
          chosenBefore.set(place.workId, { ...next, posterFrame: null });
          add.reset();
        }}
        edit={edit}
        shown={shown}
      />
      {all && all.notes.length > 0 && !all.isTooLarge && (
        <div className="grid gap-1 text-12 wrap-anywhere text-ink2">
          <p className="font-semibold">{t.willBeTold}</p>
          {all.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {all?.isTooLarge && (
        <Notice tone="error" live title={t.diskTitle}>
          {t.diskText(formatBytes(all.neededBytes), formatBytes(all.freeBytes))}
        </Notice>
      )}
      {(add.error ?? error) && <ErrorState error={add.error ?? error} />}
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <div className="min-w-0 flex-1 basis-32">
          {isAskable ? (
            <EstimateLine estimate={all} isCounting={isCounting} />
          ) : (
            <p className="text-12 text-ink2">
              {isEmpty ? t.emptyFilm : settings.formats.length === 0 ? t.chooseFormat : t.badSize}
            </p>
          )}
          <output className="block text-12 text-done-text empty:hidden">
            {there > 0 ? t.alreadyThere(there) : null}
          </output>
        </div>
        <Button
          ref={buttonRef}
          variant={isFirst ? 'amber' : 'ink'}
          icon={Plus}
          pending={add.isPending}
          disabled={isRefused}
          onClick={() => add.act(known)}
        >
          {isFirst ? t.start(Math.max(1, known.length)) : t.addToQueue}
        </Button>
      </div>
    </section>
  );
}

/** What waits to be saved is saved as soon as the dialog opens, so that the estimate is of the edit that is shown. */
function useSavedFirst(workId: string): void {
  useEffect(() => {
    void flushAll().then(() => queryClient.invalidateQueries({ queryKey: keys.exportEstimates(workId) }));
  }, [workId]);
}
