import { expect, test } from 'vitest';
import { AttemptLimit } from './attempt-limit.ts';
import { takeLoginAttempt, takeRegisterAttempt } from './attempt-rules.ts';

function aLimit(isOn = true) {
  const clock = { now: 1_000_000, nowMs: () => clock.now };
  const limit = new AttemptLimit(clock, { isOn });
  const guess = (email: string, ip: string, times = 1): void => {
    for (let guessed = 0; guessed < times; guessed++) takeLoginAttempt(limit, email, ip);
  };
  return { clock, limit, guess };
}

test('after ten wrong passwords an account is closed to that place for a quarter of an hour', () => {
  const { clock, guess } = aLimit();
  guess('ann@example.com', '192.0.2.1', 10);
  expect(() => guess('ann@example.com', '192.0.2.1')).toThrow('in 900 seconds');
  guess('ann@example.com', '192.0.2.2');
  guess('bob@example.com', '192.0.2.1');
  clock.now += 900_000;
  guess('ann@example.com', '192.0.2.1', 10);
});

test('right passwords are not counted', () => {
  const { limit } = aLimit();
  for (let times = 0; times < 100; times++) takeLoginAttempt(limit, 'ann@example.com', '192.0.2.1')();
});

test.each([
  ['2001:db8:1:2::7', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', true],
  ['2001:db8:1:2::7', '2001:db8:1:3::7', false],
  ['::1', '::2', true],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
])('%s and %s are one place: %s', (one, other, isOne) => {
  const { guess } = aLimit();
  guess('ann@example.com', one, 10);
  const again = (): void => guess('ann@example.com', other);
  if (isOne) expect(again).toThrow();
  else expect(again).not.toThrow();
});

test('a robot opens twenty accounts an hour and no more', () => {
  const { clock, limit } = aLimit();
  for (let opened = 0; opened < 20; opened++) takeRegisterAttempt(limit, '192.0.2.1');
  expect(() => takeRegisterAttempt(limit, '192.0.2.1')).toThrow(expect.objectContaining({ code: 'rate_limited' }));
  clock.now += 3_600_000;
  takeRegisterAttempt(limit, '192.0.2.1');
});

test('a load test may switch it off', () => {
  const { guess } = aLimit(false);
  guess('ann@example.com', '192.0.2.1', 1000);
});
