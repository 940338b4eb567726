#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { Problem } from '#contract/problems.ts';
import { version } from '#server/version.ts';

// Commands are loaded when they are asked for, so that `--help` and a wrong option answer at once; what Node makes of the
// sources is kept in the temporary directory, because stripping their types takes most of a cold start.
enableCompileCache();

/** Exit codes a script can rely on. */
const EXIT = { failed: 1, badInput: 2, cancelled: 130 } as const;

const collect = (value: string, list: readonly string[] = []): readonly string[] => [...list, value];

const program = new Command('scenewright')
  .description('From a brief to a finished MP4. No key, no service.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

program
  .command('make')
  .description('make a film from a brief; the same command again goes on where it stopped')
  .requiredOption('--brief <text>', 'what the film is about, in your own words')
  .option('--out <file>', 'where the MP4 goes', 'film.mp4')
  .option('--name <text>', 'the name of the product or subject')
  .option('--audience <text>', 'who it is for')
  .option('--type <type>', 'blank, saas, news, social, ecommerce or educational')
  .option('--duration <seconds>', 'length of the film')
  .option('--scenes <count>', 'number of scenes')
  .option('--language <code>', 'language of the words, such as en or tr')
  .option('--resolution <size>', 'portrait, landscape, square or WIDTHxHEIGHT')
  .option('--asset <file>', 'a picture of your own; may be repeated', collect)
  .option('--asset-mode <mode>', 'direct: the pictures are the scenes; reference: pictures are made from them')
  .option('--music <file>', 'a music track')
  .option('--no-sound', 'no sound bed')
  .option('--reference <file>', 'a video whose pace, colours and camera the film takes over')
  .option('--seed <number>', 'another number, another film')
  .option('--data <directory>', 'where everything is kept (default: SCENEWRIGHT_DATA or ./data)')
  .option('--json', 'say the result as one JSON object')
  .action(async ({ out, json, data, ...typed }: Record<string, unknown>) => {
    const { readMakeOptions } = await import('./make-options.ts');
    const { makeCommand } = await import('./make-command.ts');
    await makeCommand(readMakeOptions(typed), {
      outPath: String(out),
      json: json === true,
      dataDirectory: typeof data === 'string' ? data : null,
    });
  });

program
  .command('demo')
  .description('make the demonstration film: out/demo.mp4')
  .option('--json', 'say the result as one JSON object')
  .action(async ({ json }: { json?: boolean }) => {
    const { demoBrief } = await import('./demo.ts');
    const { makeCommand } = await import('./make-command.ts');
    await makeCommand(demoBrief, { outPath: 'out/demo.mp4', json: json === true, dataDirectory: null });
  });

program
  .command('serve')
  .description('start the server')
  .action(async () => {
    const { serve } = await import('#server/serve.ts');
    await serve();
  });

program
  .command('doctor')
  .description('look at this machine and say what to do')
  .option('--json', 'say the findings as one JSON object')
  .action(async ({ json }: { json?: boolean }) => {
    const { doctorCommand } = await import('./doctor-command.ts');
    if (!(await doctorCommand(process.stdout, { json: json === true }))) process.exitCode = EXIT.failed;
  });

program
  .command('reset-password')
  .description('give an account a new password, print it, and end its sessions; stop an embedded server first')
  .argument('<email>', 'the address of the account')
  .option('--json', 'say the result as one JSON object')
  .action(async (email: string, { json }: { json?: boolean }) => {
    const { resetPasswordCommand } = await import('./reset-password-command.ts');
    await resetPasswordCommand(process.stdout, { email, json: json === true });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error, process.argv.includes('--json'));
}

/** Says a failure in one line and chooses the exit code. */
function tell(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.badInput;
  if (error instanceof Problem) {
    if (json)
      process.stdout.write(`${JSON.stringify({ error: error.message, code: error.code, details: error.facts })}\n`);
    else process.stderr.write(`${error.code === 'cancelled' ? '' : 'scenewright: '}${error.message}\n`);
    if (error.code === 'cancelled') return EXIT.cancelled;
    return error.status < 500 || error.code === 'bad_configuration' ? EXIT.badInput : EXIT.failed;
  }
  process.stderr.write(`scenewright: ${error instanceof Error ? error.stack : inspect(error)}\n`);
  return EXIT.failed;
}
