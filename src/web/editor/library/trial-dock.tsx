import { useStrings } from '../../strings/catalogue.ts';
import { TemplateTrial, type TemplateTrialProps } from './template-trial.tsx';

/** A template on trial on a phone: at the lower edge, so that the film it lies over is seen above it. */
export function TrialDock(props: TemplateTrialProps) {
  const t = useStrings('templates');
  return (
    <section
      aria-label={t.details}
      className="scroll-quiet fixed inset-x-0 bottom-0 z-40 max-h-[50dvh] overflow-y-auto rounded-t-10 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] shadow-float"
    >
      <TemplateTrial {...props} />
    </section>
  );
}
