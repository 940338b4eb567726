import { useMutation } from '@tanstack/react-query';
import { toast } from '../ui/toast.ts';

/** Something a person does: one request (or a few), and what is said of it. */
export interface Action<I, O> {
  readonly run: (input: I) => Promise<O>;
  readonly done?: (output: O, input: I) => void;
  /** Where the refusal is shown beside what was pressed, no toast is wanted too. */
  readonly quiet?: boolean;
}

/** Lets a person do something: pending while it runs, and a refusal is told in the server's words until it is closed. */
export function useAction<I, O>({ run, done, quiet }: Action<I, O>) {
  const { mutate, mutateAsync, isPending, error, data, reset, variables } = useMutation<O, Error, I>({
    mutationFn: run,
    ...(done ? { onSuccess: (output: O, input: I) => done(output, input) } : {}),
    onError: (problem) => {
      if (!quiet) toast({ title: problem.message, tone: 'error' });
    },
  });
  return { act: mutate, actAsync: mutateAsync, isPending, error, data, reset, input: variables };
}
