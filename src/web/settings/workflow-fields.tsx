import { FileJson, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { buttonLooks } from '../ui/button-looks.ts';
import { Glyph } from '../ui/glyph.tsx';
import { workflowFrom } from './workflow-file.ts';

type Workflows = Readonly<Record<string, unknown>>;

interface WorkflowFieldsProps {
  readonly workflows: Workflows;
  readonly onChange: (workflows: Workflows) => void;
}

/** The workflows that ComfyUI is to run: one for pictures, one for clips. */
export function WorkflowFields({ workflows, onChange }: WorkflowFieldsProps) {
  const { engineDialog: t } = useStrings('providers');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-12 font-semibold text-ink2">{t.workflows}</legend>
      <p className="text-12 text-ink3">{t.workflowsText}</p>
      {(['image', 'video'] as const).map((role) => (
        <WorkflowField
          key={role}
          label={t.workflow[role]}
          hasOne={workflows[role] !== undefined}
          onChange={(workflow) => {
            const { [role]: _, ...rest } = workflows;
            onChange(workflow === null ? rest : { ...rest, [role]: workflow });
          }}
        />
      ))}
    </fieldset>
  );
}

interface WorkflowFieldProps {
  readonly label: string;
  readonly hasOne: boolean;
  readonly onChange: (workflow: object | null) => void;
}

function WorkflowField({ label, hasOne, onChange }: WorkflowFieldProps) {
  const { engineDialog: t } = useStrings('providers');
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const take = async (file: File): Promise<void> => {
    const workflow = workflowFrom(await file.text());
    setIsWrong(workflow === null);
    if (workflow === null) return;
    setName(file.name);
    onChange(workflow);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-6 border border-line px-3 py-2">
      <span className="min-w-0 grow">
        <span className="block text-13 font-semibold">{label}</span>
        <output className={`block text-12 ${isWrong ? 'text-err-text' : 'text-ink3'}`}>
          {isWrong ? t.notJson : !hasOne ? t.noWorkflow : name === null ? t.hasWorkflow : t.newFile(name)}
        </output>
      </span>
      <label
        htmlFor={id}
        className={`${buttonLooks({ size: 'sm' })} has-focus-visible:outline-2 has-focus-visible:outline-offset-2`}
      >
        <Glyph icon={FileJson} />
        <span>{t.chooseFile}</span>
        <span className="sr-only"> {label}</span>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          className="sr-only"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void take(file);
          }}
        />
      </label>
      {hasOne && (
        <Button
          size="sm"
          variant="quiet"
          icon={Trash2}
          onClick={() => {
            setName(null);
            onChange(null);
          }}
        >
          {t.removeWorkflow}
          <span className="sr-only"> {label}</span>
        </Button>
      )}
    </div>
  );
}
