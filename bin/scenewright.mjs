#!/usr/bin/env node
// Runs under any Node and hands over to the right one: TypeScript is run as it is, which needs 24.21.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const brought = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (major > 24 || (major === 24 && minor >= 21)) {
  await import(main);
} else if (existsSync(brought)) {
  const child = spawn(brought, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal tells the whole group of a Ctrl-C; what is sent to this process alone is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)));
} else {
  process.stderr.write(
    `scenewright needs Node 24.21 or newer; this is ${process.versions.node}. Run npm ci, which brings it.\n`,
  );
  process.exitCode = 1;
}
