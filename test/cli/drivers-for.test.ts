import { beforeEach, expect, test, vi } from 'vitest';
import { startBrowsers } from '../../cli/drivers-for';
import { startDouble } from '../../cli/push-service/start-double';
import { startBrowser } from '../../cli/start-browser';

vi.mock('../../cli/push-service/start-double');
vi.mock('../../cli/start-browser');
vi.mock('../../cli/find-browser', () => ({ findBrowser: () => '/browser', pathVariables: {} }));
beforeEach(() => vi.resetAllMocks());

const begin = (timeout = 60) =>
  startBrowsers({
    browser: 'chromium',
    browserArgs: [],
    browserPrefs: {},
    pushService: 'double',
    timeout,
  });

test('a double that cannot start costs the page, not the end of the run, and is started again', async () => {
  const close = vi.fn(async () => {});
  const drivers = begin();
  vi.mocked(startDouble).mockRejectedValueOnce(new Error('EADDRINUSE'));
  await expect(drivers.open()).rejects.toThrow('--push-service double: EADDRINUSE');
  await drivers.close();
  vi.mocked(startDouble).mockResolvedValue({
    args: ['--a'],
    prefs: {},
    answerTo: () => undefined,
    close,
  });
  vi.mocked(startBrowser).mockResolvedValue({} as never);
  await drivers.open();
  await drivers.open();
  expect(startDouble).toHaveBeenCalledTimes(2);
  await drivers.close();
  expect(close).toHaveBeenCalledOnce();
});

test('a page of which little time is given does not take it from the start of its browser', async () => {
  vi.mocked(startDouble).mockResolvedValue({
    args: [],
    prefs: {},
    answerTo: () => undefined,
    close: async () => {},
  });
  vi.mocked(startBrowser).mockResolvedValue({} as never);
  await begin(2).open();
  await begin(90).open();
  expect(vi.mocked(startBrowser).mock.calls.map(([{ timeout }]) => timeout)).toEqual([30, 90]);
});
