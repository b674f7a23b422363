import { type Finding, findingParts } from '../../lib/diagnosis/finding';
import { rules } from '../../lib/diagnosis/rules';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import { partLabels } from './part-labels';

interface CheckedListProps {
  found: readonly Finding[];
  isOpen: boolean;
}

/** What was looked for, and what of it was found. */
export function CheckedList({ found, isOpen }: CheckedListProps) {
  const ids = new Set(found.map(({ id }) => id));
  return (
    <details class="finding-group checked" data-part="checked" open={isOpen}>
      <summary>{plural('checkedCount', rules.length)}</summary>
      <p class="none">{message('checkedMeans')}</p>
      <div class="checked-parts">
        {findingParts.map((part) => (
          <div key={part} class="checked-part">
            <h3>{message(partLabels[part])}</h3>
            <ul>
              {rules
                .filter((rule) => rule.part === part)
                .map(({ id, title }) => (
                  <li key={id} data-checked={id}>
                    {ids.has(id) ? (
                      <b class="error-text">✕ {message(title)}</b>
                    ) : (
                      <>
                        <span class="mark mark-ok" aria-hidden="true">
                          ✓
                        </span>
                        {message(title)}
                      </>
                    )}
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
