// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { useModal } from '../../components/ui/use-modal';

const sources = import.meta.glob<string>('../../components/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function Box() {
  return <dialog ref={useModal()}>Tea</dialog>;
}

test('a dialog is modal from the moment that it is there, so that the first key is its own', () => {
  const place = document.createElement('div');
  document.body.append(place);
  // No effect that waits for the next picture has run yet.
  render(<Box />, place);
  expect(place.querySelector('dialog')?.open).toBe(true);
});

test('every dialog is opened so', () => {
  const opening = Object.entries(sources).flatMap(([file, text]) =>
    text.includes('showModal') ? [file] : [],
  );
  expect(opening.sort()).toEqual([
    '../../components/ui/Confirm.tsx',
    '../../components/ui/use-modal.ts',
  ]);
  expect(sources['../../components/ui/Confirm.tsx']).not.toContain('useEffect');
});
