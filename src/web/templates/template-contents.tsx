import type { TemplateContent, TemplateTiming } from '#contract/template.ts';
import { placeholdersIn } from '#domain/templates/fill-placeholders.ts';
import { Image, Type } from 'lucide-react';
import { formatList, formatSeconds, formatShare } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { useTransitionName } from './use-transition-name.ts';

/** What a template lays over a film, when, and what it asks for. */
export function TemplateContents({ content }: { readonly content: TemplateContent }) {
  const t = useStrings('templates');
  const transitionName = useTransitionName();
  const { textOverlays, imageOverlays, frameSize, defaultTransition } = content;
  const keys = placeholdersIn(textOverlays.map(({ text }) => text));
  const when = (timing: TemplateTiming): string =>
    timing.timingMode === 'relative'
      ? t.spanPercent(formatShare((timing.startPercent ?? 0) / 100), formatShare((timing.endPercent ?? 100) / 100))
      : t.spanSeconds(
          formatSeconds(timing.startSeconds ?? 0),
          timing.endSeconds === undefined ? t.toTheEnd : formatSeconds(timing.endSeconds),
        );
  const lines = [
    ...textOverlays.map((one) => ({ ...one, icon: Type, said: one.text })),
    ...imageOverlays.map((one) => ({ ...one, icon: Image, said: t.picture })),
  ];
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-12 font-semibold text-ink2">{t.contains}</h2>
      <ul className="flex flex-col divide-y divide-line rounded-6 bg-raise">
        {lines.map((one) => (
          <li key={one.id} className="flex items-start gap-2 px-3 py-2">
            <Glyph icon={one.icon} className="mt-px text-ink2" />
            <span className="min-w-0 grow">
              <span dir="auto" className="block text-13 wrap-anywhere whitespace-pre-line">
                {one.said}
              </span>
              <span className="block text-12 text-ink3">{`${when(one)}, ${t.timing[one.timingMode]}`}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="text-13 text-ink2">{keys.length === 0 ? t.noPlaceholders : t.askedFor(formatList(keys))}</p>
      {defaultTransition && (
        <p className="text-13 text-ink2">
          {t.transition(transitionName(defaultTransition.type), formatSeconds(defaultTransition.duration))}
        </p>
      )}
      {frameSize && <p className="text-12 text-ink3">{t.madeFor(`${frameSize.width} × ${frameSize.height}`)}</p>}
    </section>
  );
}
