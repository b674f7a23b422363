import { useMemo } from 'preact/hooks';
import changelog from '../../CHANGELOG.md?raw';
import { message } from '../../lib/i18n/message';
import { CopiedNote } from '../ui/CopiedNote';
import { useCopy } from '../ui/use-copy';
import { issueAddress } from './issue-address';
import { newestChanges } from './newest-changes';
import { useWorkspace } from './workspace';

/** How many versions are told of: the one that is installed, and the one before. */
const told = 2;

/** A line of the changelog: code stands between backticks. */
function Line({ text }: { text: string }) {
  return (
    <li>
      {text
        .split('`')
        .map((part, index) =>
          index % 2 === 1 ? <code key={`${index} ${part}`}>{part}</code> : part,
        )}
    </li>
  );
}

/** What is new in this version, and how a problem of the inspector itself is reported. */
export function HelpMore() {
  const { environment } = useWorkspace();
  const { copied, copy } = useCopy();
  const versions = useMemo(() => newestChanges(changelog, told), []);
  const address = issueAddress(import.meta.env.ISSUES ?? '', environment);
  const text = [
    environment,
    '',
    ...(['reportHappened', 'reportExpected', 'helpReportHow'] as const).flatMap((key) => [
      `${message(key)}:`,
      '',
    ]),
  ].join('\n');
  return (
    <>
      <details class="help-part" data-part="whats-new">
        <summary>{message('whatsNew')}</summary>
        {message('locale') !== 'en' && <p class="none">{message('whatsNewLanguage')}</p>}
        {versions.map(({ version, date, groups }) => (
          <section key={version} lang="en" data-release={version}>
            <h3 lang={message('locale')}>
              {version ? `${version} ${date}` : message('whatsNewHere')}
            </h3>
            {groups.map(({ title, lines }) => (
              <div key={title}>
                <h4>{title}</h4>
                <ul>
                  {lines.map((line) => (
                    <Line key={line} text={line} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </details>
      <details class="help-part" data-part="report">
        <summary>{message('helpReport')}</summary>
        <p>{message('helpReportText')}</p>
        <textarea
          class="field help-report"
          name="report-text"
          rows={6}
          readOnly
          aria-label={message('helpReport')}
          value={text}
        />
        <p class="buttons">
          <button
            type="button"
            class="button"
            data-action="copy-report-text"
            onClick={() => copy(text)}
          >
            {message('issueCopy')}
          </button>{' '}
          {address ? (
            <a
              class="link"
              data-action="open-issue-form"
              href={address}
              target="_blank"
              rel="noreferrer"
            >
              {message('helpReportOpen')}
              <span class="visually-hidden"> {message('opensNewTab')}</span>
              <span aria-hidden="true"> ↗</span>
            </a>
          ) : (
            <span class="none">{message('helpReportNowhere')}</span>
          )}
        </p>
      </details>
      <CopiedNote copied={copied} />
    </>
  );
}
