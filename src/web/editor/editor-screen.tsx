import { useSuspenseQueries } from '@tanstack/react-query';
import { Clapperboard, Film } from 'lucide-react';
import { useState } from 'react';
import type { Export, ExportQuality } from '#contract/export.ts';
import { client } from '../app/api.ts';
import { formatShare } from '../app/format.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { exportsQuery } from '../queries/exports.ts';
import { keys } from '../queries/keys.ts';
import { workQuery } from '../queries/works.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Progress } from '../ui/progress.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { editorRoute } from './editor-route.ts';
import { FilmList } from './film-list.tsx';

const QUALITIES: readonly ExportQuality[] = ['draft', 'standard', 'high'];

/** The film of a work as the board cuts it: made, played and downloaded here. The timeline is a later version's. */
export function EditorScreen() {
  const t = useStrings('editor');
  const place = editorRoute.useParams();
  const [{ data: work }, { data: films }] = useSuspenseQueries({
    queries: [workQuery(place.projectId, place.workId), exportsQuery(place.projectId, place.workId)],
  });
  const [quality, setQuality] = useState<ExportQuality>('standard');
  const running = films.find(({ status }) => status === 'queued' || status === 'running');
  const missing = work.generatedScenes.filter(({ imageTake, videoTake }) => !imageTake && !videoTake).length;
  const start = useAction({
    run: async () => {
      await client.startExport({ ...place, quality }, { idempotencyKey: crypto.randomUUID() });
      await queryClient.invalidateQueries({ queryKey: keys.exports(place.workId) });
    },
    quiet: true,
  });
  if (work.scenes.length === 0 || missing > 0) {
    const isNone = missing === work.scenes.length;
    return (
      <main id="content" className="grid grow place-content-center p-6">
        <EmptyState
          isScreen
          icon={Clapperboard}
          title={isNone ? t.title.none : t.title.missing(missing)}
          text={isNone ? t.noneText : t.missingText}
          action={
            <ButtonLink variant="amber" to="/p/$projectId/w/$workId/generate" params={place}>
              {t.toBoard}
            </ButtonLink>
          }
        />
      </main>
    );
  }
  const hasFilm = films.some(({ status }) => status === 'done');
  const title = running
    ? t.title.running(formatShare(shareOf(running)))
    : hasFilm
      ? t.title.done
      : t.title.ready(work.scenes.length);
  return (
    <main id="content" className="mx-auto grid w-full max-w-180 content-start gap-5 px-4 py-6">
      <header className="grid gap-1">
        <h1 tabIndex={-1} className="text-23">
          {title}
        </h1>
        <p className="text-13 text-ink2">{t.lead}</p>
      </header>
      {running ? (
        <Running film={running} place={place} />
      ) : (
        <div className="flex flex-wrap items-center gap-3 rounded-10 bg-panel p-4">
          <Segmented
            label={t.quality}
            value={quality}
            onValueChange={setQuality}
            options={QUALITIES.map((value) => ({ value, label: t.qualities[value] }))}
            className="grow"
          />
          <Button
            variant={hasFilm ? 'outline' : 'amber'}
            icon={Film}
            pending={start.isPending}
            onClick={() => start.act()}
          >
            {hasFilm ? t.exportAgain : t.export}
          </Button>
        </div>
      )}
      {start.error && <ErrorState error={start.error} />}
      <FilmList films={films} resolution={work.resolution} />
    </main>
  );
}

function Running({ film, place }: { readonly film: Export; readonly place: { projectId: string; workId: string } }) {
  const t = useStrings('editor');
  const cancel = useAction({
    run: async () => {
      await client.cancelExport({ ...place, exportId: film.id });
      await queryClient.invalidateQueries({ queryKey: keys.exports(place.workId) });
    },
  });
  return (
    <section aria-label={t.progress} className="grid gap-2 rounded-10 bg-panel p-4">
      <Progress value={film.framesDone > 0 ? shareOf(film) : null} label={t.progress} />
      <div className="flex items-center justify-between gap-3">
        <p className="text-12 text-ink2">{t.leave}</p>
        <Button size="sm" variant="quiet" pending={cancel.isPending} onClick={() => cancel.act()}>
          {t.cancel}
        </Button>
      </div>
    </section>
  );
}

const shareOf = ({ framesDone, framesTotal }: Pick<Export, 'framesDone' | 'framesTotal'>): number =>
  framesTotal > 0 ? framesDone / framesTotal : 0;
