import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { freePort, onFirstCore, served, type Served } from './served.ts';

/** Whether there is an nginx to be measured beside. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/** Serves one file as Debian's nginx does by default, from the first core. */
export async function startNginx(file: string, directory: string): Promise<Served> {
  const port = await freePort();
  const configuration = join(directory, 'nginx.conf');
  writeFileSync(
    configuration,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${join(directory, 'nginx.pid')};
error_log stderr error;
events { worker_connections 64; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${directory}; proxy_temp_path ${directory}; fastcgi_temp_path ${directory};
  uwsgi_temp_path ${directory}; scgi_temp_path ${directory};
  server { listen 127.0.0.1:${String(port)}; root ${dirname(file)}; }
}
`,
  );
  const child = onFirstCore('nginx', ['-c', configuration, '-p', directory], process.env);
  const nginx = served(child, `http://127.0.0.1:${String(port)}`);
  for (let tries = 0; tries < 100; tries++) {
    if (spawnSync('curl', ['-s', '-o', '/dev/null', '-r', '0-0', `${nginx.origin}/${basename(file)}`]).status === 0)
      return nginx;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('nginx did not start');
}

/** Bytes a second of one Range request, as curl sees it. */
export function rangeSpeed(url: string, token: string | null, bytes: number): number {
  const words = ['-sS', '--fail', '-o', '/dev/null', '-w', '%{http_code} %{speed_download}'];
  const range = ['-r', `0-${String(bytes - 1)}`];
  const credential = token === null ? [] : ['-H', `authorization: Bearer ${token}`];
  const run = spawnSync('curl', [...words, ...range, ...credential, url], { encoding: 'utf8' });
  const [status, speed] = run.stdout.split(' ');
  if (status !== '206') throw new Error(`${url}: ${run.stdout} ${run.stderr}`);
  return Number(speed);
}
