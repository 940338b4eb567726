import { useStrings } from '../../strings/catalogue.ts';
import { CaptionsImport } from './text-captions.tsx';
import { TextList } from './text-list.tsx';
import { TextSample } from './text-sample.tsx';
import { TEXT_PRESETS } from './text-presets.ts';

/** Words to be laid over the film, in looks to begin with; captions from a file; and the words that are there. */
export function TextPanel() {
  const t = useStrings('inspector');
  const editor = useStrings('editor');
  return (
    <section aria-labelledby="text-title" className="grid content-start gap-4 p-3">
      <h2 id="text-title" className="text-13 font-semibold max-lg:sr-only">
        {editor.panels.text}
      </h2>
      <ul className="grid gap-2" aria-label={t.panel.add}>
        {TEXT_PRESETS.map((preset) => (
          <li key={preset}>
            <TextSample preset={preset} />
          </li>
        ))}
      </ul>
      <CaptionsImport />
      <TextList />
    </section>
  );
}
