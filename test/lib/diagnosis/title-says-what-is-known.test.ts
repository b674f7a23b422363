import { beforeEach, describe, expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { provideMessages } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';
import { type BuildParts, builds, partsOf } from '../../support/builds';
import { makeInput, type SceneParts } from '../../support/make-input';
import { ruleInputs } from '../../support/rule-inputs';
import { push, request, step, workerReport } from '../../support/seen-session';

/* A title says no more than what was seen: "not found" is what 404 and 410 say, and nothing else. */

const partsIn = (isThere: boolean): BuildParts => {
  const build = builds.find(
    ({ generation, mode }) => (generation !== 'none') === isThere && mode === 'pull',
  );
  if (!build) throw new Error('There is no such build in pull mode');
  return partsOf(build);
};
const parts = partsIn(true);

const titleIn = (id: string, scene: SceneParts): string | undefined => {
  const input = makeInput({ entries: parts.entries(), state: parts.state(), ...scene });
  const found = diagnoseInput(input)
    .findings.flatMap((each) => [each, ...(each.consequences ?? [])])
    .find((each) => each.id === id);
  return found && inWords(found.title);
};

beforeEach(() => provideMessages(english));

describe('a script of a worker that was refused', () => {
  const refused = (message: string): SceneParts => ({
    state: parts.state({ token: null, registrations: [] }),
    entries: [
      ...parts.entries(),
      parts.make(
        'worker',
        'register',
        {
          script: parts.script,
          scope: 'https://shop.example/',
          error: { name: 'TypeError', message },
        },
        { status: 'failed' },
      ),
    ],
  });
  const missing = 'A bad HTTP response code (404) was received when fetching the script.';
  const broken = 'A bad HTTP response code (503) was received when fetching the script.';

  test.each([
    [missing, undefined, /^Service worker script not found: .* returns 404$/],
    [broken, undefined, /^Service worker script does not load: .* returns 503$/],
    // Mended on the server since: its answer is none of those that were refused.
    [missing, 200, /^Service worker script not found: .* returns 404$/],
    [broken, 404, /^Service worker script not found: .* returns 404$/],
    ['A bad HTTP response code was received.', undefined, /does not load: \S+$/],
    ['A bad HTTP response code was received.', 200, /does not load: \S+$/],
  ])('%s, and now %s', (message, httpStatus, title) => {
    const reports = httpStatus ? [{ ...workerReport, url: parts.script, httpStatus }] : [];
    expect(titleIn('worker-http', { ...refused(message), reports })).toMatch(title);
  });
});

test.each([
  [404, 'AKPush script not found at its URL: ak-push.js returns 404'],
  [410, 'AKPush script not found at its URL: ak-push.js returns 410'],
  [403, 'AKPush script does not load: ak-push.js returns 403'],
  [503, 'AKPush script does not load: ak-push.js returns 503'],
])('the script of AKPush is answered with %i', (status, title) => {
  const bare = partsIn(false);
  const scene = ruleInputs['sdk-http']?.(bare);
  const [script] = scene?.state?.scripts ?? [];
  if (!scene?.state || !script?.loaded) throw new Error('no script');
  const scripts = [{ ...script, loaded: { ...script.loaded, status } }];
  expect(
    titleIn('sdk-http', {
      ...scene,
      page: { sdk: false },
      entries: [],
      state: { ...scene.state, scripts },
    }),
  ).toBe(title);
});

test.each([
  [true, 'The service worker cannot use the panel’s answer'],
  [false, 'The server did not return the push’s content'],
])('an answer to content/get that cannot be used; of the panel: %s', (isReplaced, title) => {
  const content = request('content/get', {
    httpStatus: 200,
    response: { error: 0 },
    ...(isReplaced && { isReplaced }),
  });
  const scene = {
    pushes: [
      push([step('handler'), content, step('waitUntil')], {
        detail: { way: 'worker', payload: null },
      }),
    ],
  };
  expect(titleIn('push-content-failed', scene)).toBe(title);
});
