import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useEditor } from './store/editor-store.ts';

/** Says what was done to those who listen; the same again is said again. */
export function Said() {
  const { words, count } = useEditor(({ said }) => said);
  return (
    <VisuallyHidden>
      <output aria-live="polite">{words && <p key={count}>{words}</p>}</output>
    </VisuallyHidden>
  );
}
