import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapSize } from '#providers/map-size.ts';
import { runway } from '#providers/runway/runway.ts';
import { openTestServer, type TestServer } from '../open-test-server.ts';
import { someVendors } from '../vendors.ts';
import { apiOf } from './api.ts';
import { wrongAnswers } from './pages/wrong-answers.ts';
import { wrongFilms } from './pages/wrong-films.ts';

/* The last section of the contract: what the existing product gets wrong, each line a test. */

const vendors = someVendors();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, 'all', {}, { providers: vendors.providers });
});
afterAll(() => server[Symbol.asyncDispose]());

describe('what films get wrong elsewhere', () => wrongFilms(() => apiOf(server)));
describe('what answers get wrong elsewhere', () => wrongAnswers(() => apiOf(server), vendors));

test('a square is not sent to the vendor that refuses it', () => {
  const sent = (id: string) =>
    mapSize(
      runway.models.find((model) => model.id === id),
      { width: 1080, height: 1080 },
    );
  expect(sent('gen3a_turbo')).toEqual({ fields: {}, notes: [] });
  expect(sent('gen4_turbo').fields).toEqual({ ratio: '960:960' });
  expect(sent('veo3.1')).toEqual({
    fields: { ratio: '720:1280' },
    notes: [expect.stringContaining('the film shows the middle of it')],
  });
});
