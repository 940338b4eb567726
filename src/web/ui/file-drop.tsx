import { type DragEvent, type ReactNode, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { isAcceptedFile } from './accepted-file.ts';
import { classes } from './classes.ts';
import { toast } from './toast.ts';

interface FileDropProps {
  /** What is chosen: "Add pictures". */
  readonly label: string;
  /** As the attribute of HTML: types, kinds and endings. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onFiles: (files: File[]) => void;
  /** What the place says: an icon and a few words. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A place to drop files on, or to press and choose them; what it does not take it says. */
export function FileDrop(props: FileDropProps) {
  const { label, accept = '', multiple = false, disabled = false, onFiles, children, className } = props;
  const t = useStrings('kit');
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const taken = files.filter((file) => isAcceptedFile(file, accept)).slice(0, multiple ? undefined : 1);
    const refused = files.filter((file) => !isAcceptedFile(file, accept));
    if (refused.length > 0) toast({ tone: 'error', title: t.notAccepted(refused.map(({ name }) => name).join(', ')) });
    if (taken.length > 0) onFiles(taken);
  };
  const hover = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(over && !disabled);
  };
  return (
    <label
      className={classes(
        'relative flex cursor-pointer flex-col items-center justify-center gap-1 rounded-6 border border-dashed p-4 text-center text-13 text-ink2',
        'transition-colors duration-150 hover:border-ink3 hover:text-ink has-disabled:cursor-default has-disabled:opacity-45',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
        isOver ? 'border-ink bg-lift text-ink' : 'border-edge',
        className,
      )}
    >
      <input
        type="file"
        aria-label={label}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onDragEnter={hover(true)}
        onDragOver={hover(true)}
        onDragLeave={hover(false)}
        onDrop={(event) => {
          hover(false)(event);
          if (!disabled) take(event.dataTransfer.files);
        }}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
      {isOver ? t.dropHere : children}
    </label>
  );
}
