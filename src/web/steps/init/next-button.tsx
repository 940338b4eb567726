import { ArrowRight } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import type { Next } from './use-next.ts';

interface NextButtonProps {
  readonly next: Next;
  readonly place: { readonly projectId: string; readonly workId: string };
}

/** What comes after the brief: the only amber one of the screen. What is missing is said when it is pressed. */
export function NextButton({ next, place }: NextButtonProps) {
  const { next: t } = useStrings('init');
  const full = 'w-full min-h-9 touch:min-h-12';
  if (next.kind === 'open-script' || next.running === 'scenario') {
    return (
      <ButtonLink
        variant="amber"
        iconEnd={ArrowRight}
        className={full}
        to="/p/$projectId/w/$workId/scenario"
        params={place}
      >
        {next.running === 'scenario' ? t.writing : t.openScript}
      </ButtonLink>
    );
  }
  if (next.running === 'analyze') {
    return (
      <ButtonLink
        variant="amber"
        iconEnd={ArrowRight}
        className={full}
        to="/p/$projectId/w/$workId/analyze"
        params={place}
      >
        {t.analyzing}
      </ButtonLink>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {next.refusal && (
        <p role="alert" className="text-12 text-tally-text">
          {next.refusal}
        </p>
      )}
      <Button variant="amber" iconEnd={ArrowRight} className={full} pending={next.isPending} onClick={next.go}>
        {next.kind === 'analyze' ? t.analyze : t.write}
        {next.price && <span className="font-normal">{next.price}</span>}
      </Button>
    </div>
  );
}
