import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerSizes } from '#domain/resolution.ts';
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
  expect(providerSizes.runway.square).toEqual({});
  expect(providerSizes.dalle.square).toEqual({ size: '1024x1024' });
});
