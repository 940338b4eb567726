import { Pool } from 'undici';
import type { Served } from './served.ts';

const CONNECTIONS = 16;

/** What a second of asking cost. */
export interface Rate {
  readonly perSecond: number;
  readonly cpuMsEach: number;
  readonly bytesEach: number;
}

/** Asks for one path over and over for some seconds, after a second of warming up. */
export async function rateOf(server: Served, path: string, token: string | null, seconds: number): Promise<Rate> {
  await askFor(
    server,
    () => path,
    () => token,
    { seconds: 1 },
  );
  return askFor(
    server,
    () => path,
    () => token,
    { seconds },
  );
}

/** Asks once with each of many tokens. */
export function costOfEach(server: Served, path: string, tokens: readonly (string | null)[]): Promise<Rate> {
  return askFor(
    server,
    () => path,
    (turn) => tokens[turn] ?? null,
    { requests: tokens.length },
  );
}

async function askFor(
  server: Served,
  pathOf: (turn: number) => string,
  tokenOf: (turn: number) => string | null,
  until: { readonly seconds: number } | { readonly requests: number },
): Promise<Rate> {
  const pool = new Pool(server.origin, { connections: CONNECTIONS });
  const [cpu, started] = [server.cpuSeconds(), performance.now()];
  const end = 'seconds' in until ? started + until.seconds * 1000 : Infinity;
  const most = 'requests' in until ? until.requests : Infinity;
  let [asked, bytes] = [0, 0];
  const ask = async (): Promise<void> => {
    while (performance.now() < end && asked < most) {
      const turn = asked++;
      const token = tokenOf(turn);
      const answer = await pool.request({
        method: 'GET',
        path: `/api${pathOf(turn)}`,
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });
      const body = await answer.body.arrayBuffer();
      if (answer.statusCode !== 200) throw new Error(`${pathOf(turn)}: ${String(answer.statusCode)}`);
      bytes += body.byteLength;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  const [wallS, cpuS] = [(performance.now() - started) / 1000, server.cpuSeconds() - cpu];
  await pool.close();
  return { perSecond: asked / wallS, cpuMsEach: (cpuS * 1000) / asked, bytesEach: bytes / asked };
}
