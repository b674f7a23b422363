import { render } from '@testing-library/preact';
import { FindingCard } from '../../components/views/diagnosis/FindingCard';
import type { Finding } from '../../lib/diagnosis/finding';

const nothing = () => {};

/** Draws a finding by itself. `help`: how its permission is reset. Gives the place, and the texts of its advice. */
export const renderFinding = (finding: Finding, help = '') => {
  const { container } = render(
    <FindingCard
      finding={finding}
      help={help}
      entries={[]}
      newUntil={0}
      fixes={null}
      note={null}
      onSelect={nothing}
      onPlace={nothing}
      onCopyText={nothing}
      onCopy={nothing}
      onMute={undefined}
    />,
  );
  const said = [...container.querySelectorAll('[data-advice]')].map(
    ({ textContent }) => textContent,
  );
  return { container, said };
};
