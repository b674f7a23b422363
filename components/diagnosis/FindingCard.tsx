import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Finding, FindingSeverity } from '../../lib/diagnosis/finding';
import { message } from '../../lib/i18n/message';
import type { Phrase } from '../../lib/model/phrase';
import type { SessionEntry } from '../../lib/model/session';
import type { Severity } from '../../lib/outcome/outcome';
import { inWords } from '../../lib/text/in-words';
import { statusLabel } from '../../lib/text/status-label';
import { EntryLink } from '../EntryLink';
import { ReadOnly } from '../read-only';
import { SeverityMark } from '../SeverityMark';
import { PlacedText, type PlacedTextProps } from './PlacedText';

interface FindingCardProps {
  finding: Finding;
  entries: readonly SessionEntry[];
  /** This browser's own steps; empty: there are none. */
  help: string;
  /** Whether it appeared while somebody was watching. */
  isNew: boolean;
  /** Buttons that do something about it. */
  fixes: ComponentChildren;
  onSelect(key: string): void;
  onPlace: PlacedTextProps['onPlace'];
  onCopyText: PlacedTextProps['onCopy'];
  onCopy(): void;
  onMute(): void;
}

const marks: Record<FindingSeverity, Severity> = {
  error: 'error',
  warning: 'warning',
  hint: 'info',
};

/** What is wrong, how we know, what to do. */
export function FindingCard(props: FindingCardProps) {
  const { finding, entries, help, isNew, fixes, onSelect } = props;
  const { id, severity, sentence, evidence, advice, link, isGuess, consequences = [] } = finding;
  const isFile = useContext(ReadOnly);
  const placed = (text: Phrase) => (
    <PlacedText text={inWords(text)} onPlace={props.onPlace} onCopy={props.onCopyText} />
  );
  const ofBrowser = advice.filter(({ who }) => who === 'browser');
  const steps: Finding['advice'] = [
    ...ofBrowser,
    ...(help ? [{ who: 'browser' as const, text: help }] : []),
    ...advice.filter((each) => !ofBrowser.includes(each)),
  ];
  return (
    <li
      class={`finding finding-${severity}`}
      id={`finding-${id}`}
      tabIndex={-1}
      data-finding={id}
      data-severity={severity}
      data-guess={isGuess}
      data-new={isNew || undefined}
    >
      <p class="finding-line">
        <SeverityMark severity={marks[severity]} /> <b>{inWords(sentence)}</b>
        {isGuess && <span class="finding-tag">{message('findingGuess')}</span>}
        {isNew && <span class="finding-tag finding-new">{message('findingNew')}</span>}
      </p>
      <div class="finding-body">
        <div>
          <h4>{message('evidence')}</h4>
          <ul class="finding-evidence">
            {evidence.map((each) => {
              if (each.type === 'fact')
                return (
                  <li key={`${inWords(each.label)} ${inWords(each.text)}`}>
                    {placed(each.label)}
                    {each.text && (
                      <>
                        : <code>{placed(each.text)}</code>
                      </>
                    )}
                  </li>
                );
              const entry = entries.find(({ key }) => key === each.key);
              return (
                entry && (
                  <li key={each.key} data-evidence={each.key}>
                    <EntryLink entry={entry} onSelect={onSelect} /> {statusLabel(entry)}
                  </li>
                )
              );
            })}
          </ul>
        </div>
        <div>
          <h4>{message('whatToDo')}</h4>
          <ul>
            {steps.map(({ who, text }) => (
              <li key={inWords(text)} data-advice={who}>
                <span class="none">
                  {message(who === 'site' ? 'forDeveloper' : 'forBrowserUser')}:
                </span>{' '}
                {placed(text)}
              </li>
            ))}
            <li>
              <a class="link" href={link} target="_blank" rel="noreferrer">
                {new URL(link).hostname}
              </a>
            </li>
          </ul>
        </div>
      </div>
      {consequences.length > 0 && (
        <details class="consequences">
          <summary>{message('consequences', consequences.length)}</summary>
          <ul>
            {consequences.map((each) => (
              <li
                key={each.id}
                id={`finding-${each.id}`}
                tabIndex={-1}
                data-consequence={each.id}
                data-guess={each.isGuess}
              >
                {inWords(each.sentence)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="actions">
        {fixes}
        <button type="button" class="button" data-action="copy-finding" onClick={props.onCopy}>
          {message('copyMarkdown')}
        </button>
        {!isFile && (
          <button type="button" class="button" data-action="mute-finding" onClick={props.onMute}>
            {message('muteFinding')}
          </button>
        )}
      </div>
    </li>
  );
}
