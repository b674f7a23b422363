// @vitest-environment happy-dom

import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { BreakableName } from '../../components/ui/BreakableName';

afterEach(cleanup);

test.each([
  ['pushManager.permissionState', ['pushManager.', 'permissionState']],
  ['/sw.js?browser=Chrome', ['/', 'sw.', 'js?', 'browser=', 'Chrome']],
  ['plain', ['plain']],
])('%s breaks after its marks, in no word', (text, parts) => {
  const { container } = render(<BreakableName text={text} />);
  expect(container.textContent).toBe(text);
  expect(container.innerHTML.split('<wbr>')).toEqual(parts);
});
