import { expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { prepareStory } from './support/story';

/* What the extension's scripts in a page may ask of the background: a page that has broken out of its world could speak for them. */

const story = prepareStory();

interface Runtime {
  sendMessage(message: unknown): Promise<{ ok?: unknown; error?: { name: string } }>;
  connect(info: { name: string }): {
    onMessage: { addListener(hear: () => void): void };
    onDisconnect: { addListener(hear: () => void): void };
  };
}
declare const chrome: {
  runtime: Runtime;
  scripting: {
    executeScript(injection: {
      target: { tabId: number };
      func: (tab: number) => Promise<Told>;
      args: [number];
    }): Promise<{ result: Told }[]>;
  };
};

interface Told {
  /** What was asked, and the name of the error or the answer. */
  answers: [string, unknown][];
  port: 'closed' | 'open';
}

/** Asks from the isolated world of a tab's page about another tab. */
const askFromPage = (panel: Panel, tab: number, other: number): Promise<Told> =>
  panel.evaluate(
    async (of, about) => {
      const [ran] = await chrome.scripting.executeScript({
        target: { tabId: of },
        args: [about],
        func: async (wanted) => {
          const { browser } = globalThis as { browser?: { runtime: Runtime } };
          const { runtime } = browser ?? chrome;
          const answers: Told['answers'] = [];
          const questions: [string, unknown[]][] = [
            ['runJob', [{ tab: wanted, frame: 0 }, { type: 'survey' }, false]],
            ['startRecording', [wanted]],
            ['restOfRecording', [wanted, 0]],
            ['reloadTab', [wanted]],
            ['hasHostAccess', ['https://shop.example/']],
            ['constructor', []],
            ['isRecorded', [wanted]],
          ];
          for (const [ask, args] of questions) {
            const answer = await runtime.sendMessage({ ask, args });
            answers.push([ask, answer.error ? answer.error.name : answer.ok]);
          }
          answers.push(['nothing', (await runtime.sendMessage(null)).error?.name]);
          const line = runtime.connect({ name: `panel:${wanted}:0` });
          const port = await new Promise<Told['port']>((resolve) => {
            line.onMessage.addListener(() => resolve('open'));
            line.onDisconnect.addListener(() => resolve('closed'));
          });
          return { answers, port };
        },
      });
      return ran?.result as Told;
    },
    tab,
    other,
  );

test('a page’s own side is refused what only the extension’s pages may ask', async () => {
  const page = await story.openShop();
  const other = await story.openShop();
  const panel = await story.openPanel(page);
  expect(await askFromPage(panel, page.tabId, other.tabId)).toEqual({
    answers: [
      ['runJob', 'Refused'],
      ['startRecording', 'Refused'],
      ['restOfRecording', 'Refused'],
      ['reloadTab', 'Refused'],
      ['hasHostAccess', 'Refused'],
      ['constructor', 'Refused'],
      // Its own word, of its own tab.
      ['isRecorded', false],
      ['nothing', 'Refused'],
    ],
    port: 'closed',
  });
});
