import type { z } from 'zod';
import type { Operation } from './operation.ts';

/** What a request's JSON and its answer look like, where there are any. */
export type ExampleOf<O extends Operation> = (O extends { upload: object }
  ? object
  : O extends { body: infer Body extends z.ZodType }
    ? { readonly body: z.input<Body> }
    : object) &
  (O['answer'] extends { kind: 'json'; schema: infer Answer extends z.ZodType }
    ? { readonly answer: z.input<Answer> }
    : object);

/** One for each operation of a table; a missing one does not compile. */
export type ExamplesOf<Table extends Record<string, Operation>> = { readonly [K in keyof Table]: ExampleOf<Table[K]> };
