import { Ruler, Sparkles } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { Glyph } from '../../ui/glyph.tsx';

/** Whose finding it is: measured on this machine, or a model's words. */
export function WhoSaid({ model }: { readonly model?: string | null | undefined }) {
  const t = useStrings('analyze');
  return (
    <span className="inline-flex items-center gap-1.5 text-11 text-ink3">
      <Glyph icon={model ? Sparkles : Ruler} className="[&>svg]:size-3.5" />
      {model ? t.words(model) : t.measured}
    </span>
  );
}
