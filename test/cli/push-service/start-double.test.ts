import { expect, test } from 'vitest';
import { doublePrefs, doubleSwitches } from '../../../cli/push-service/double-settings';
import { startDouble } from '../../../cli/push-service/start-double';

test('what browsers are started with is known before they are', async () => {
  const [chromium, firefox] = [await startDouble('chromium'), await startDouble('firefox')];
  expect(chromium.args.map((each) => each.split('=')[0])).toEqual(
    expect.arrayContaining([...doubleSwitches]),
  );
  expect(chromium.args).toHaveLength(doubleSwitches.size);
  expect(new Set(Object.keys(firefox.prefs))).toEqual(doublePrefs);
  const address = String(firefox.prefs['dom.push.serverURL']).replace('ws:', 'http:');
  expect((await fetch(`${address}wpush/x`, { method: 'POST' })).status).toBe(404);
  await Promise.all([chromium.close(), firefox.close()]);
  await expect(fetch(address)).rejects.toThrow();
});

test('no page can tell the double how to answer', async () => {
  const double = await startDouble('chromium');
  const rules = double.args.join(' ');
  const port = /127\.0\.0\.1:(\d+)\/checkin/.exec(rules)?.[1];
  expect(port).toBeDefined();
  const tell = (name: string) =>
    fetch(`http://127.0.0.1:${port}/control/${name}`, { method: 'POST', body: '{"next":410}' });
  expect((await tell('answer')).status).toBe(404);
  expect((await tell('answer-send')).status).toBe(404);
  const account = await fetch(`http://127.0.0.1:${port}/control/service-account`);
  expect(account.status).toBe(404);
  await double.close();
});
