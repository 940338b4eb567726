import { chooseReader } from '../queries/reader-choice.ts';
import type { Reader, ReaderRole } from '../queries/readers.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Select } from '../ui/select.tsx';

interface ReaderMenuProps {
  readonly reads: ReaderRole;
  readonly readers: readonly Reader[];
  readonly chosen: Reader | undefined;
  /** What is chosen here: "Who describes". */
  readonly label: string;
  readonly className?: string | undefined;
}

/** Who reads a text or looks at pictures, among those who can be asked now. */
export function ReaderMenu({ reads, readers, chosen, label, className }: ReaderMenuProps) {
  const t = useStrings('project');
  return (
    <Select
      label={label}
      hideLabel
      quiet
      value={chosen?.id ?? null}
      onValueChange={(provider) => chooseReader(reads, provider)}
      options={readers.map(({ id, name, isFree }) => ({ value: id, label: name, hint: isFree ? t.free : undefined }))}
      className={className}
    />
  );
}
