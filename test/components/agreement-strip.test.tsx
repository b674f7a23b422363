// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { AgreementStrip } from '../../components/views/state/AgreementStrip';
import type { Chain } from '../../lib/diagnosis/chain';
import { provideMessages } from '../../lib/i18n/message';
import { phrase } from '../../lib/model/phrase';
import english from '../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const signOf = (sign: Chain['nodes'][number]['sign']): string | null | undefined => {
  const node = {
    id: 'server',
    state: 'ok',
    sign,
    note: '',
    isWarned: false,
    findings: [],
  } as const;
  const { container } = render(
    <AgreementStrip
      parts={[{ id: 'strip.save', label: 'stripSave', state: 'missing', text: phrase('none') }]}
      links={[]}
      chain={{ nodes: [node], first: null, next: null }}
      onGo={() => {}}
    />,
  );
  return container.querySelector('[data-fact="strip.save"] [aria-hidden]')?.textContent;
};

test('what is not there has no ✓ because the chain knows it from elsewhere', () => {
  expect(signOf('ok')).toBe('○');
});

test('what a finding says of it is its sign', () => {
  expect(signOf('fault')).toBe('✕');
});
