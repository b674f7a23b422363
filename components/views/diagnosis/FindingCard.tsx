import type { ComponentChildren } from 'preact';
import type { Finding, FindingSeverity } from '../../../lib/diagnosis/finding';
import { guideTitle } from '../../../lib/diagnosis/guide-title';
import { message } from '../../../lib/i18n/message';
import type { Phrase } from '../../../lib/model/phrase';
import type { SessionEntry } from '../../../lib/model/session';
import type { EpochMs } from '../../../lib/model/time';
import type { Severity } from '../../../lib/outcome/outcome';
import { inWords } from '../../../lib/text/in-words';
import { statusLabel } from '../../../lib/text/status-label';
import { EntryLink } from '../../ui/EntryLink';
import { NamedButton } from '../../ui/NamedButton';
import { SeverityMark } from '../../ui/SeverityMark';
import { useIsBefore } from '../../ui/use-is-before';
import { PlacedText, type PlacedTextProps } from './PlacedText';

interface FindingCardProps {
  finding: Finding;
  entries: readonly SessionEntry[];
  /** This browser's own steps; empty: there are none. */
  help: string;
  /** Until when it is called new, as it appeared while the panel was open; 0: it was there. */
  newUntil: EpochMs;
  /** Buttons that do something about it. */
  fixes: ComponentChildren;
  /** What came of the one that was pressed. */
  note: ComponentChildren;
  onSelect(key: string): void;
  onPlace: PlacedTextProps['onPlace'];
  onCopyText: PlacedTextProps['onCopy'];
  onOpenSettings?: PlacedTextProps['onOpen'];
  onCopy(): void;
  /** Absent where nothing can be muted: in a file. */
  onMute: (() => void) | undefined;
}

const marks: Record<FindingSeverity, Severity> = {
  error: 'error',
  warning: 'warning',
  hint: 'info',
};

/** What is wrong, how we know, what to do. */
export function FindingCard(props: FindingCardProps) {
  const { finding, entries, help, fixes, onSelect } = props;
  const isNew = useIsBefore(props.newUntil);
  const { id, severity, title, sentence, evidence, advice, link, isGuess } = finding;
  const { consequences = [] } = finding;
  const name = inWords(title);
  const placed = (text: Phrase) => (
    <PlacedText
      text={inWords(text)}
      onPlace={props.onPlace}
      onCopy={props.onCopyText}
      onOpen={props.onOpenSettings}
    />
  );
  const [first, ...others] = advice.filter(({ who }) => who === 'browser');
  const steps: Finding['advice'] = [
    ...(first ? [first] : []),
    // How it is done stands behind what is to be done.
    ...(help ? [{ who: 'browser' as const, text: help }] : []),
    ...others,
    ...advice.filter(({ who }) => who !== 'browser'),
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
        <SeverityMark severity={marks[severity]} /> <b>{name}</b>
        {isGuess && <span class="finding-tag">{message('findingGuess')}</span>}
        {isNew && <span class="finding-tag finding-new">{message('findingNew')}</span>}
      </p>
      <p class="finding-text">{inWords(sentence)}</p>
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
                        : <code dir="auto">{placed(each.text)}</code>
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
            {steps.map(({ who, text }, index) => (
              <li key={inWords(text)} data-advice={who}>
                {who !== steps[index - 1]?.who && (
                  <>
                    <span class="none">
                      {message(who === 'site' ? 'forDeveloper' : 'forBrowserUser')}:
                    </span>{' '}
                  </>
                )}
                {placed(text)}
              </li>
            ))}
            <li>
              <a class="link" href={link} target="_blank" rel="noreferrer">
                {inWords(guideTitle(link))}
                <span class="visually-hidden"> {message('opensNewTab')}</span>
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
                {inWords(each.title)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {props.note}
      <div class="actions">
        {fixes}
        <NamedButton
          action="copy-finding"
          label={message('copyMarkdown')}
          of={name}
          onClick={props.onCopy}
        />
        {props.onMute && (
          <NamedButton
            action="mute-finding"
            label={message('muteFinding')}
            of={name}
            onClick={props.onMute}
          />
        )}
      </div>
    </li>
  );
}
