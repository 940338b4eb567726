import type { Role } from '#contract/generation.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ModelSelect } from '../../pieces/model-select.tsx';

interface ModelFieldsProps {
  readonly workId: string;
  readonly hasReference: boolean;
}

/** Who plays which role in this work. */
export function ModelFields({ workId, hasReference }: ModelFieldsProps) {
  const t = useStrings('init');
  const roles: readonly Role[] = [...(hasReference ? (['vision'] as const) : []), 'llm', 'image', 'video'];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {roles.map((role) => (
        <ModelSelect key={role} workId={workId} plays={role} label={t.roles[role]} />
      ))}
    </div>
  );
}
