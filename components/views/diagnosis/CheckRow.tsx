import { useId, useState } from 'preact/hooks';
import type { Check } from '../../../lib/diagnosis/check';
import type { Finding } from '../../../lib/diagnosis/finding';
import { inWords } from '../../../lib/text/in-words';
import { UnfoldButton } from '../../ui/UnfoldButton';
import { useChunk } from '../../ui/use-chunk';

interface CheckRowProps {
  check: Check;
  /** What it has found. */
  finding: Finding | undefined;
  /** Leads to its card; absent where that is not shown. */
  onShow: (() => void) | undefined;
}

const loadExplanation = () => import('./CheckExplanation');

/** A check by its title, which opens what is to be said of it. */
export function CheckRow({ check, finding, onShow }: CheckRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const chunk = useChunk(loadExplanation, isOpen);
  return (
    <li data-checked={check.id} data-check={check.id} data-answer={check.answer}>
      <UnfoldButton action="explain-check" controls={id} isOpen={isOpen} onToggle={setIsOpen}>
        {inWords(check.title)}
        {check.answer === 'not-known-yet' && '?'}
      </UnfoldButton>
      <div id={id} class="check-explanation" hidden={!isOpen}>
        {isOpen && chunk && <chunk.CheckExplanation {...{ check, finding, onShow }} />}
      </div>
    </li>
  );
}
