import { setLoudness } from '#domain/editing/set-loudness.ts';
import { useStrings } from '../strings/catalogue.ts';
import { fieldHint } from '../ui/field-looks.ts';
import { Select } from '../ui/select.tsx';
import { edit, useEditor } from './store/editor-store.ts';

const AS_IT_IS = 'as it is';
const TARGETS = ['-14', '-16', '-23'] as const;

/** How loud the film is as a whole, as the places where films are shown ask for it. */
export function LoudnessSelect() {
  const t = useStrings('sound');
  const lufs = useEditor(({ timeline }) => timeline.loudnessLufs);
  const isOther = lufs !== null && !TARGETS.some((target) => Number(target) === lufs);
  const options = [
    { value: AS_IT_IS, label: t.asItIs },
    ...TARGETS.map((target) => ({ value: target as string, label: t.targets[target] })),
    ...(isOther ? [{ value: String(lufs), label: t.otherTarget(String(lufs).replace('-', '−')) }] : []),
  ];
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Select
        label={t.loudness}
        value={lufs === null ? AS_IT_IS : String(lufs)}
        options={options}
        onValueChange={(value) =>
          edit.run(t.loudness, (timeline) => setLoudness(timeline, { lufs: value === AS_IT_IS ? null : Number(value) }))
        }
      />
      <p className={fieldHint}>{t.loudnessHint}</p>
    </div>
  );
}
