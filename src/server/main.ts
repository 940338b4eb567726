import { inspect } from 'node:util';
import { Problem } from '#contract/problems.ts';
import { serve } from './serve.ts';

try {
  await serve();
} catch (error) {
  // What an operator can mend is said in one sentence; a stack is for what we must mend.
  process.stderr.write(
    `scenewright: ${error instanceof Problem ? error.message : error instanceof Error ? error.stack : inspect(error)}\n`,
  );
  process.exitCode = 1;
}
