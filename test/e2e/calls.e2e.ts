import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { setField } from './support/fields';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/* Calls made from the panel with the page's own SDK. */

const story = prepareStory();

type Variant = Readonly<Record<string, string>>;

const openCalls = async (variant: Variant = {}): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop(variant);
  const panel = await story.openPanel(page, 'calls');
  await panel.waitForConnection('connected');
  await panel.waitFor(() => document.querySelector('[data-action=run]:not(:disabled)') !== null);
  return { page, panel };
};

const setRow = async (panel: Panel, input: string, row: number, name: string, value: string) => {
  const at = `[data-input="${input}"] [data-row="${row}"]`;
  await setField(panel, `${at} input:nth-of-type(1)`, name);
  await setField(panel, `${at} input:nth-of-type(2)`, value);
};

const resultOf = (panel: Panel) =>
  panel.evaluate(() => {
    const result = document.querySelector<HTMLElement>('.call-result');
    return {
      phase: result?.dataset.run,
      outcome: result?.dataset.outcome,
      text: result?.innerText,
    };
  });

const waitForResult = async (panel: Panel, outcome: string): Promise<string> => {
  let seen = {};
  let text = '';
  await poll(`result ${outcome}`, async () => {
    const now = await resultOf(panel);
    seen = now;
    text = now.text ?? '';
    return now.outcome === outcome;
  }).catch((error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
  return text;
};

const bodyOf = async (name: string): Promise<Record<string, unknown>> => {
  const body = (await story.demo.altcraft.next(name)).body as Record<string, unknown>;
  return {
    ...body,
    match: JSON.parse(String(body.match)),
    update: JSON.parse(String(body.update)),
  };
};

describe('a call', () => {
  test('is made with what the form says, on the page’s own instance', async () => {
    const { panel } = await openCalls();
    await panel.waitFor(
      () => document.querySelector<HTMLSelectElement>('[name=instance]')?.value === 'akpush',
    );
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await setRow(panel, 'update', 0, '_fname', 'Mira');
    await panel.click('[data-action=run]');
    const text = await waitForResult(panel, 'saved');
    expect(text).toContain('200');
    const { match, update } = await bodyOf('save');
    expect({ match, update }).toEqual({
      match: { email: 'qa@shop.example' },
      update: { _fname: 'Mira' },
    });
    // One instance: the page's own.
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    const rows = await panel.entries();
    expect(rows.filter(({ name }) => name === 'constructor')).toHaveLength(1);
    expect(
      await panel.evaluate(
        () => document.querySelector<HTMLElement>('[data-name=initSubscription]')?.dataset.made,
      ),
    ).toBe('panel');
  });

  test('types: number, boolean, date, list, JSON', async () => {
    const { panel } = await openCalls();
    const values = [
      ['text', 'a', '007'],
      ['number', 'b', '12.5'],
      ['boolean', 'c', 'true'],
      ['date', 'd', '2026-11-25'],
      ['list', 'e', '17, 21'],
      ['json', 'f', '{"x":[null]}'],
    ] as const;
    for (const [index, [type, name, value]] of values.entries()) {
      if (index > 0) await panel.click('[data-input="update"] .rows > .link');
      await setField(panel, `[data-input="update"] [data-row="${index}"] select`, type);
      await setRow(panel, 'update', index, name, value);
    }
    await setRow(panel, 'match', 0, 'user_id', 'u-1');
    await panel.click('[data-action=run]');
    await waitForResult(panel, 'saved');
    const { update } = await bodyOf('save');
    expect(update).toEqual({
      a: '007',
      b: 12.5,
      c: true,
      d: '2026-11-25',
      e: [17, 21],
      f: { x: [null] },
    });
  });

  test('form and JSON are two views of one value; errors are named to the line', async () => {
    const { panel } = await openCalls();
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await panel.click('[data-input="match"] [data-view-button="json"]');
    await panel.waitFor(() => document.querySelector('[data-input="match"] .cm-content') !== null);
    await panel.waitFor(() =>
      document
        .querySelector('[data-input="match"] .cm-content')
        ?.textContent?.includes('"email": "qa@shop.example"'),
    );
    await panel.click('[data-input="match"] .cm-content');
    await panel.press('Control+a');
    await panel.press('x');
    await panel.waitFor(() =>
      document.querySelector('[data-problem="json"]')?.textContent?.includes('Line 1'),
    );
    await panel.click('[data-action=run]');
    await panel.waitFor(() => document.querySelector('[data-problem="draft"]') !== null);
    expect(story.demo.altcraft.requests).toEqual([]);
    // Back to the form is refused: what was typed would be lost.
    await panel.click('[data-input="match"] [data-view-button="form"]');
    await panel.waitFor(() => document.querySelector('[data-input="match"] .fact-note') !== null);
    expect(
      await panel.evaluate(
        () => document.querySelector('[data-input="match"] .cm-content') !== null,
      ),
    ).toBe(true);
  });

  test('db takes several databases, and says what is wrong when it is left', async () => {
    const { panel } = await openCalls();
    await setRow(panel, 'match', 0, 'db', '15, shop');
    await panel.click('[data-input="match"] [data-row="0"] input:nth-of-type(2)');
    await panel.press('Tab');
    await panel.press('Tab');
    await panel.waitFor(() =>
      document
        .querySelector('[data-input="match"] .field-problem.error-text')
        ?.textContent?.includes('15, 20'),
    );
    await setRow(panel, 'match', 0, 'db', '15, 20');
    await panel.waitFor(() => document.querySelector('.field-problem.error-text') === null);
    await panel.click('[data-action=run]');
    await waitForResult(panel, 'saved');
    expect((await bodyOf('save')).match).toEqual({ db: [15, 20] });
  });

  test('bad rows are marked where they are, and nothing is sent', async () => {
    const { panel } = await openCalls();
    await setField(panel, '[data-input="update"] [data-row="0"] select', 'number');
    await setRow(panel, 'update', 0, 'age', 'old');
    await panel.click('[data-action=run]');
    await panel.waitFor(() =>
      document
        .querySelector('[data-input="update"] .field-problem')
        ?.textContent?.includes('Enter a number'),
    );
    expect(story.demo.altcraft.requests).toEqual([]);
    expect((await resultOf(panel)).phase).toBeUndefined();
  });

  test.each([
    ['true', true],
    ['false', false],
    ['absent', undefined],
  ])('inexclusive %s', async (choice, sent) => {
    const { page, panel } = await openCalls();
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await setField(panel, '[name=method]', 'updateSubscription');
    await panel.click(`[name=third][value=${choice}]`);
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await panel.click('[data-action=run]');
    await waitForResult(panel, 'updated');
    expect((await bodyOf('update')).inexclusive).toBe(sent);
  });

  test('suspend, then removeToken', async () => {
    const { page, panel } = await openCalls();
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await setField(panel, '[name=method]', 'suspendSubscription');
    await panel.click('[data-action=run]');
    // Escape: nothing is sent.
    await panel.waitFor(() => document.querySelector('dialog[open][role=alertdialog]') !== null);
    await panel.press('Escape');
    await panel.waitFor(() => document.querySelector('[role=alertdialog]') === null);
    expect(await panel.evaluate(() => (document.activeElement as HTMLElement).dataset.action)).toBe(
      'run',
    );
    await panel.click('[data-action=run]');
    await panel.click('[role=alertdialog] [data-action=confirm]');
    await waitForResult(panel, 'suspended');
    await setField(panel, '[name=method]', 'removeToken');
    await panel.click('[data-action=run]');
    await panel.click('[role=alertdialog] [data-action=confirm]');
    await waitForResult(panel, 'removed');
  });

  test('a new instance with a configuration of its own', async () => {
    const { panel } = await openCalls();
    await setField(panel, '[name=instance]', '');
    await setRow(panel, 'config', 0, 'resourceToken', 'other-token');
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await panel.click('[data-action=run]');
    await waitForResult(panel, 'saved');
    expect((await bodyOf('save')).resource_token).toBe('other-token');
  });

  test('what will go otherwise is said before', async () => {
    const { page, panel } = await openCalls();
    await page.click('#init');
    await story.demo.altcraft.next('save');
    const warnings = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-warning]')].map(
          ({ dataset }) => dataset.warning,
        ),
      );
    await setRow(panel, 'match', 0, 'email', 'not look like an email address');
    await poll('warnings', async () => (await warnings()).includes('unchanged'));
    expect(await warnings()).toEqual(expect.arrayContaining(['unchanged', 'email']));
  });

  test('a refusal of the SDK is shown', async () => {
    const { page, panel } = await openCalls();
    await page.evaluate(() => Reflect.deleteProperty(window, 'akpush'));
    await panel.click('[data-action=run]');
    await panel.waitFor(() =>
      document.querySelector('.call-result .error-text')?.textContent?.includes('no instance'),
    );
  });

  test('the page is left before the call has ended: said, not left hanging', async () => {
    story.demo.altcraft.fail('save', { slow: 20_000 });
    const { page, panel } = await openCalls();
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await panel.click('[data-action=run]');
    await waitForResult(panel, 'running');
    await page.reload();
    await panel.waitFor(() =>
      document.querySelector('.call-result')?.textContent?.includes('page was left'),
    );
  });
});

describe('generations', () => {
  test.each([
    ['g1', ['initSubscription', 'subscribe', 'unsubscribe']],
    ['g2', ['initSubscription']],
    ['g3', ['initSubscription', 'removeToken']],
    ['g4', ['initSubscription', 'removeToken', 'updateSubscription']],
    ['g5', ['initSubscription', 'removeToken', 'updateSubscription']],
    ['g6', ['initSubscription', 'removeToken', 'suspendSubscription', 'updateSubscription']],
  ])('%s offers what it has', async (sdk, methods) => {
    const { panel } = await openCalls({ sdk });
    const offered = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll<HTMLOptionElement>('[name=method] option:not(:disabled)')]
          .map(({ value }) => value)
          .sort(),
      );
    await poll(`methods of ${sdk}`, async () => (await offered()).join() === methods.join());
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await panel.click('[data-action=run]');
    await waitForResult(panel, 'saved');
  });
});

describe('user gestures', () => {
  test('a click in the page makes the call, with a gesture', async () => {
    const { page, panel } = await openCalls();
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await panel.click('[data-action=run-click]');
    await page.waitFor(() => document.documentElement.lastElementChild?.tagName === 'DIV');
    await page.puppeteer.bringToFront();
    await page.puppeteer.mouse.click(300, 300);
    await waitForResult(panel, 'saved');
    await panel.click('#tab-timeline');
    await panel.click('[data-name=initSubscription]');
    await panel.waitFor(() =>
      [...document.querySelectorAll('.details dd, .details td')].some(
        ({ textContent }) => textContent === 'yes',
      ),
    );
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.tagName)).toBe(
      'BODY',
    );
  });

  test('Esc takes the bar away, and no call is made', async () => {
    const { page, panel } = await openCalls();
    await panel.click('[data-action=run-click]');
    await page.waitFor(() => document.documentElement.lastElementChild?.tagName === 'DIV');
    await page.puppeteer.bringToFront();
    await page.press('Escape');
    await panel.waitFor(() => !document.querySelector('.call-result'));
    await panel.click('#tab-timeline');
    const rows = await panel.entries();
    expect(rows.map(({ name }) => name)).not.toContain('initSubscription');
  });

  test.runIf(can.debug)('as a click, by the debugger', async () => {
    const { panel } = await openCalls();
    await setRow(panel, 'match', 0, 'email', 'qa@shop.example');
    await panel.click('[data-action=run-gesture]');
    await waitForResult(panel, 'saved');
    await panel.click('#tab-timeline');
    await panel.click('[data-name=initSubscription]');
    await panel.waitFor(() =>
      [...document.querySelectorAll('.details dd, .details td')].some(
        ({ textContent }) => textContent === 'yes',
      ),
    );
  });

  test.skipIf(can.debug)('Firefox has no debugger for extensions: it is not offered', async () => {
    const { panel } = await openCalls();
    expect(
      await panel.evaluate(() => document.querySelector('[data-action=run-gesture]')),
    ).toBeNull();
  });
});

describe('events', () => {
  test('listen as the page would, emit by hand, stop', async () => {
    const { page, panel } = await openCalls();
    const demo = () =>
      panel.evaluate(() => {
        const item = document.querySelector<HTMLElement>('[data-event="demo"]');
        return item && `${item.dataset.count} ${item.dataset.ours}`;
      });
    await poll('listeners of demo', async () => (await demo()) === '1 false');
    await panel.click('[data-event="demo"] [data-action=listen]');
    await poll('our listener', async () => (await demo()) === '2 true');
    await setField(panel, '[data-field=event]', 'demo');
    await setField(panel, '[data-field=payload]', '{"cup":"half"}');
    await panel.click('[data-action=emit]');
    await page.waitFor(() => document.querySelector('#seen')?.textContent?.includes('half'));
    await panel.waitFor(() => document.querySelector('.emit-row ~ .fact-note') !== null);
    await panel.click('[data-event="demo"] [data-action=unlisten]');
    await poll('no listener of ours', async () => (await demo()) === '1 false');
    await panel.click('#tab-timeline');
    const made = () =>
      document.querySelector<HTMLElement>('[data-kind=event][data-name=demo]')?.dataset.made;
    expect(await panel.evaluate(made)).toBe('panel');
    // Also in a panel that comes later.
    const later = await story.openPanel(page);
    await later.waitForRow({ kind: 'event', name: 'demo' });
    await poll('the mark', async () => (await later.evaluate(made)) === 'panel');
  });

  test('bad input is named at its field', async () => {
    const { panel } = await openCalls();
    await panel.waitFor(() => document.querySelector('[data-action=emit]') !== null);
    await panel.click('[data-action=emit]');
    await panel.waitFor(() => document.querySelector('#emit-event-problem') !== null);
    await setField(panel, '[data-field=event]', 'demo');
    await setField(panel, '[data-field=payload]', '{');
    await panel.click('[data-action=emit]');
    await panel.waitFor(() => document.querySelector('#emit-payload-problem') !== null);
  });
});

describe('presets and history', () => {
  test('a draft survives closing the panel; a preset is saved, edited, run again, deleted', async () => {
    const { page, panel } = await openCalls();
    await setRow(panel, 'match', 0, 'email', 'kept@shop.example');
    await panel.click('[data-action=save-preset]');
    await setField(panel, '[name=preset]', 'Mira');
    await panel.click('[data-action=save-preset-name]');
    await panel.waitFor(
      () => document.querySelector('[data-saved=presets] [data-name=Mira]') !== null,
    );
    const later = await story.openPanel(page, 'calls');
    await later.waitFor(
      () =>
        document.querySelector<HTMLInputElement>(
          '[data-input="match"] [data-row="0"] input:nth-of-type(2)',
        )?.value === 'kept@shop.example',
    );
    await later.waitFor(() => document.querySelector('[data-action=run]:not(:disabled)') !== null);
    await later.click('[data-saved=presets] [data-name=Mira] [data-action=run-again]');
    await waitForResult(later, 'saved');
    expect((await bodyOf('save')).match).toEqual({ email: 'kept@shop.example' });
    await later.waitFor(() => document.querySelector('[data-saved=history] li') !== null);
    await later.click('[data-saved=presets] [data-name=Mira] .icon-button');
    await later.waitFor(() => !document.querySelector('[data-saved=presets] li'));
  });

  test('a recorded call is put into the form', async () => {
    const { page, panel } = await openCalls();
    await page.click('#init');
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    await panel.click('[data-name=initSubscription]');
    await panel.click('[data-action=edit-call]');
    await panel.waitFor(
      () =>
        document.querySelector<HTMLInputElement>(
          '[data-input="match"] [data-row="0"] input:nth-of-type(2)',
        )?.value === 'mira@example.com',
    );
  });
});

describe('copies', () => {
  /** Pastes the clipboard into the shop's field, as a user would, once it is another text. */
  const paste = async (page: Page): Promise<string> => {
    await page.puppeteer.bringToFront();
    await page.puppeteer.click('#name', { count: 3 });
    await page.paste();
    return String(
      await page.waitFor(() => {
        const { value } = document.querySelector('#name') as HTMLInputElement;
        return value !== 'Mira' && value;
      }),
    );
  };

  test('a call as JavaScript, which runs in the page', async () => {
    const { page, panel } = await openCalls();
    await setRow(panel, 'match', 0, 'email', 'copied@shop.example');
    await panel.waitFor(
      () => document.querySelector<HTMLSelectElement>('[name=instance]')?.value === 'akpush',
    );
    await panel.click('[data-action=copy-snippet]');
    await panel.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
    const snippet = await paste(page);
    await page.puppeteer.evaluate(`(async () => { ${snippet} })()`);
    expect((await bodyOf('save')).match).toEqual({ email: 'copied@shop.example' });
  });

  test('a request as curl, with its secrets masked', async () => {
    const { page, panel } = await openCalls();
    await page.click('#init');
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'request', name: 'save', status: 'ok' });
    await panel.click('[data-kind=request][data-name=save]');
    await panel.click('[data-action=copy-curl]');
    await panel.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
    const line = await paste(page);
    expect(line).toMatch(/^curl -X POST /);
    expect(line).not.toContain('mira@example.com');
    const { endpoint } = (await story.demo.altcraft.next('save')).body as { endpoint: string };
    expect(line).not.toContain(endpoint);
  });
});
