import { CircleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { RequestPreview } from '#contract/request-preview.ts';
import { formatCount, formatSeconds } from '../../app/format.ts';
import { takeUrl, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Segmented } from '../../ui/segmented.tsx';

interface PayloadTextProps {
  readonly preview: RequestPreview;
  readonly place: ScenePlace;
}

/** A composed request, in words or as the very call. */
export function PayloadText({ preview, place }: PayloadTextProps) {
  const t = useStrings('scenePanel');
  const [view, setView] = useState<'words' | 'call'>('words');
  const { call, notes } = preview;
  return (
    <div className="flex flex-col gap-3 text-12">
      {notes.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-ink2">
          {notes.map((note) => (
            <li key={note} className="flex items-start gap-1.5">
              <Glyph icon={CircleAlert} className="mt-px text-tally-text [&>svg]:size-3.5" />
              <span className="min-w-0">{note}</span>
            </li>
          ))}
        </ul>
      )}
      {call && (
        <Segmented
          label={t.payloadView}
          value={view}
          onValueChange={setView}
          options={[
            { value: 'words', label: t.payloadWords },
            { value: 'call', label: t.payloadCall },
          ]}
        />
      )}
      {view === 'call' && call ? (
        <textarea
          readOnly
          rows={16}
          aria-label={t.payloadCall}
          value={`${call.method} ${call.path}\n\n${JSON.stringify(call.body, null, 2)}`}
          className="scroll-quiet w-full resize-y rounded-6 bg-well p-3 font-mono text-11 text-ink2"
        />
      ) : (
        <Words preview={preview} place={place} />
      )}
      <p className="text-ink3">{t.payloadPromise}</p>
    </div>
  );
}

function Words({ preview, place }: PayloadTextProps) {
  const t = useStrings('scenePanel');
  const { promptMax, prompt, sizeFields, sceneDurationS, askedDurationS, takesSeed } = preview;
  const size = Object.entries(sizeFields).map(([name, value]) => `${name}: ${value}`);
  const isSnapped = sceneDurationS !== null && askedDurationS !== null && askedDurationS !== sceneDurationS;
  return (
    <>
      <blockquote className="whitespace-pre-wrap rounded-6 bg-well p-3 text-13 text-ink">
        {prompt || t.payloadNoWords}
      </blockquote>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <Line label={t.payloadTo}>{`${preview.providerName}, ${preview.modelName}`}</Line>
        {promptMax !== null && (
          <Line label={t.payloadLimit}>{t.payloadOf(formatCount(prompt.length), formatCount(promptMax))}</Line>
        )}
        {preview.negativePrompt !== '' && (
          <Line label={t.keepOut}>
            {t.payloadKeepOut[preview.negativePromptGoes]}
            {preview.negativePromptGoes === 'field' && <span className="text-ink2">: {preview.negativePrompt}</span>}
          </Line>
        )}
        <Line label={t.payloadFrame}>
          {size.length > 0 ? size.join(', ') : t.payloadFrameFree(preview.width, preview.height)}
        </Line>
        {askedDurationS !== null && sceneDurationS !== null && (
          <Line label={t.payloadLength}>
            {isSnapped
              ? t.payloadSnapped(formatSeconds(askedDurationS), formatSeconds(sceneDurationS))
              : t.seconds(formatSeconds(askedDurationS))}
          </Line>
        )}
        <Line label={t.payloadSeed}>{takesSeed ? t.payloadSeedNew : t.payloadSeedNone}</Line>
      </dl>
      <Pictures preview={preview} place={place} />
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink3">{label}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </>
  );
}

function Pictures({ preview, place }: PayloadTextProps) {
  const t = useStrings('scenePanel');
  const { firstFrame, lastFrame, references } = preview;
  const pictures = [
    ...(firstFrame ? [{ ...firstFrame, name: t.firstFrame }] : []),
    ...(lastFrame ? [{ ...lastFrame, name: t.lastFrame }] : []),
    ...references,
  ];
  if (pictures.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {pictures.map(({ name, assetId, takeId, isSent }) => (
        <li key={`${takeId ?? assetId ?? ''}${name ?? ''}`} className="flex w-20 flex-col gap-1">
          <img
            src={
              takeId // the last picture may be of another scene
                ? takeUrl({ id: takeId })
                : `/api/projects/${place.projectId}/assets/${assetId ?? ''}/poster`
            }
            alt=""
            loading="lazy"
            className={classes('h-16 w-20 rounded-4 bg-film object-contain', !isSent && 'opacity-40 grayscale')}
          />
          <span className="truncate">{name ?? t.aPicture}</span>
          {!isSent && <span className="text-11 text-ink3">{t.notSent}</span>}
        </li>
      ))}
    </ul>
  );
}
