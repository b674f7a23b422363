import { beforeAll, describe, expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { provideMessages } from '../../../lib/i18n/message';
import { phrase } from '../../../lib/model/phrase';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';
import { builds, partsOf } from '../../support/builds';
import { healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint } from '../../support/make-state';
import { ruleInputs } from '../../support/rule-inputs';

beforeAll(() => provideMessages(english));

/* What the chain says of its links is not the opposite of their signs. */

describe('a link that is broken', () => {
  const toCome = [phrase('chainNotSeen'), phrase('chainNone')];

  test.each(Object.entries(ruleInputs))('is not said to be still to come: %s', (_id, make) => {
    for (const build of builds) {
      if (build.generation === 'none') continue;
      const parts = partsOf(build);
      const scene = { entries: parts.entries(), state: parts.state(), ...make(parts) };
      const { chain } = diagnoseInput(makeInput({ ...scene, engine: build.engine }));
      const broken = chain.nodes.filter(({ state }) => state === 'broken');
      for (const { note } of broken) expect(toCome).not.toContainEqual(note);
    }
  });

  test.each(['suspend', 'delete'] as const)('at the server says what has ended it: %s', (name) => {
    const told = (id: number, request: 'save' | typeof name) =>
      makeEntry('request', {
        id,
        name: request,
        detail: { httpStatus: 200, response: { error: 0 }, body: JSON.stringify({ endpoint }) },
      });
    const entries = [...healthyEntries(), told(50, 'save'), told(51, name)];
    const { chain } = diagnoseInput(makeInput({ entries }));
    const server = chain.nodes.find(({ id }) => id === 'server');
    expect(server?.sign).toBe('fault');
    expect(server && inWords(server.note)).toBe(`${name} 200`);
  });
});
