import { Film } from 'lucide-react';
import { fpsFromNumber, fpsToNumber, framesToSeconds } from '#domain/frames.ts';
import { reframe } from '#domain/timeline/reframe.ts';
import { formatCount, formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { fieldLabel } from '../../ui/field-looks.ts';
import { Select } from '../../ui/select.tsx';
import { LoudnessSelect } from '../loudness-select.tsx';
import { FilmSizeMenu } from '../stage/film-size-menu.tsx';
import { useCalmEditor } from '../store/calm-editor.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { useCalmPlan } from '../store/use-plan.ts';
import { InspectorHead } from './inspector-head.tsx';
import { Section } from './section.tsx';

const RATES = [24, 25, 29.97, 30, 50, 59.94, 60] as const;

/** The film as a whole: what is set while nothing is selected. */
export function FilmInspector() {
  const t = useStrings('inspector');
  const timeline = useCalmEditor((now) => now.timeline);
  const sources = useEditor((now) => now.sources);
  const { lengthFrames } = useCalmPlan();
  const { fps, clips, texts, images, audio, width, height } = timeline;
  const rate = fpsToNumber(fps);
  const rates = [...new Set([...RATES, rate])].toSorted((a, b) => a - b);
  return (
    <>
      <InspectorHead icon={Film} title={t.titles.film} />
      <p className="text-12 text-ink3">{t.film.hint}</p>
      <Section>
        <div className="grid min-w-0 content-start justify-items-start gap-1.5">
          <span aria-hidden="true" className={fieldLabel}>
            {t.film.size}
          </span>
          <FilmSizeMenu />
        </div>
        <div className="grid min-w-0 content-start gap-1.5">
          <Select
            label={t.film.fps}
            value={String(rate)}
            options={rates.map((one) => ({ value: String(one), label: String(one) }))}
            onValueChange={(to) =>
              edit.run(t.changed(t.film.fps), (now) => reframe(now, { width, height, fps: fpsFromNumber(Number(to)) }))
            }
          />
        </div>
        <Fact label={t.film.length}>
          {t.film.lengthOf(formatSeconds(framesToSeconds(lengthFrames, fps)), formatCount(lengthFrames))}
        </Fact>
        <Fact label={t.film.parts}>{t.film.counts(clips.length, texts.length, images.length)}</Fact>
      </Section>
      <Section>
        <div className="col-span-2">
          <LoudnessSelect />
        </div>
      </Section>
      <Section title={t.film.sounds}>
        <ul className="col-span-2 grid gap-1 text-12 text-ink2">
          {audio.map(({ id, kind, media }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => edit.select([id])}
                className="w-full truncate rounded-4 py-1 text-start hover:text-ink"
              >
                {sources[media.sha256]?.name ?? t.film.sound[kind]}
              </button>
            </li>
          ))}
          {audio.length === 0 && <li className="text-ink3">{t.film.noSounds}</li>}
        </ul>
      </Section>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <p className="col-span-2 grid gap-1">
      <span className={fieldLabel}>{label}</span>
      <span className="text-13">{children}</span>
    </p>
  );
}
