import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeInput } from '../../support/make-input';

/* A diagnosis knows when it may be another one though nothing but the time has changed. */

test('the nearest of the times that were asked for and have not come is due', () => {
  const input = makeInput();
  const readAt = input.session.state?.readAt ?? 0;
  expect(input.isPast(readAt)).toBe(true);
  expect(input.due()).toBeUndefined();
  expect(input.isPast(readAt + 5_000)).toBe(false);
  expect(input.isPast(readAt + 9_000)).toBe(false);
  expect(input.due()).toBe(readAt + 5_000);
  expect(input.secondsSince(readAt - 2_400)).toBe(2);
  expect(input.due()).toBe(readAt + 600);
});

test('no rule asks for the time in another way', () => {
  const folder = 'lib/diagnosis/rules';
  const rules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(rules.length).toBeGreaterThan(80);
  const asking = rules.filter((file) =>
    /readAt|Date\.now|performance\.now/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  expect(asking).toEqual([]);
});
