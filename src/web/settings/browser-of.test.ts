import { expect, test } from 'vitest';
import { browserOf } from './browser-of.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

test.each([
  [CHROME, 'Chrome', 'Linux'],
  [`${CHROME} Edg/156.0.0.0`, 'Edge', 'Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox', 'Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'Safari',
    'iOS',
  ],
  ['curl/8.14.1', 'curl', null],
  ['', null, null],
])('%s is recognised', (userAgent, browser, system) => {
  expect(browserOf(userAgent)).toEqual({ browser, system });
});
