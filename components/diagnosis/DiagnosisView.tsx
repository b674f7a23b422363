import { useContext } from 'preact/hooks';
import type { CallActions } from '../../lib/calls/call-actions';
import type { ChainNode } from '../../lib/diagnosis/chain';
import { type Finding, findingParts, findingSeverities } from '../../lib/diagnosis/finding';
import type { LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { judgeFix } from '../../lib/diagnosis/judge-fix';
import { factsOf } from '../../lib/facts/facts-of';
import { diagnosisMarkdown, findingMarkdown } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import type { Session } from '../../lib/model/session';
import type { PanelActions, Undoable } from '../../lib/state/panel-actions';
import { inWords } from '../../lib/text/in-words';
import type { Place } from '../../lib/text/places';
import { emptyNotice } from '../../lib/timeline/notice';
import type { Settings } from '../../lib/timeline/settings';
import { CopiedNote } from '../CopiedNote';
import { EmptyState } from '../EmptyState';
import { ReadOnly } from '../read-only';
import { rememberUndo } from '../state/remember-undo';
import { useNow } from '../state/use-now';
import { showSection } from '../state/wanted-section';
import { useCopy } from '../use-copy';
import { VerdictLine } from '../VerdictLine';
import { withoutSecrets } from '../without-secrets';
import { ChainPicture } from './ChainPicture';
import { CheckedList } from './CheckedList';
import { FindingCard } from './FindingCard';
import { FindingFixes } from './FindingFixes';
import { FixNote } from './FixNote';
import { partLabels } from './part-labels';
import { usePressedFix } from './use-pressed-fix';

export interface DiagnosisViewProps {
  session: Session;
  diagnosis: LiveDiagnosis | undefined;
  /** Rules that are muted for this site. */
  muted: readonly string[];
  /** Version and browser. */
  environment: string;
  /** How this browser's user gives or takes back a site's permission. */
  resetHelp: string;
  actions: PanelActions;
  calls: CallActions;
  undos: readonly Undoable[];
  onUndos(next: readonly Undoable[]): void;
  onMute(id: string, isMuted: boolean): void;
  onSelect(key: string): void;
  /** Absent where nothing is asked for: in a file. */
  settings?: Settings;
  onSettings?(next: Settings): void;
  onInitAgain(): void;
  onView(view: 'state' | 'push'): void;
  onReloadPage(): void;
  onRetry(): void;
}

/** How long a finding that appeared is called new, milliseconds. */
const fresh = 15_000;

const worst = (findings: readonly Finding[]): number =>
  Math.min(...findings.map(({ severity }) => findingSeverities.indexOf(severity)));

/** The findings by the part that they are about, the worst part first. */
const groupsOf = (findings: readonly Finding[]) =>
  findingParts
    .map((part) => ({ part, findings: findings.filter((each) => each.part === part) }))
    .filter((group) => group.findings.length > 0)
    .sort((a, b) => worst(a.findings) - worst(b.findings));

/** What is wrong with the page's web push, how that is known, and what to do. */
export function DiagnosisView(props: DiagnosisViewProps) {
  const { session, diagnosis, muted, environment, undos, onUndos, onSelect } = props;
  const { entries, pages, state, connection } = session;
  const page = pages.at(-1);
  const now = useNow();
  const { copied, copy } = useCopy();
  const { pressed, press, forget } = usePressedFix(diagnosis, session);
  const isFile = useContext(ReadOnly);
  const known = factsOf(session);
  const title = <h1 class="visually-hidden">{message('viewDiagnosis')}</h1>;
  const notice = connection === 'unreachable' || connection === 'reload-needed' ? connection : null;
  if (!diagnosis || !known || !page) {
    const empty = notice && (emptyNotice(session, 0) ?? notice);
    return (
      <main class="diagnosis" data-view="diagnosis">
        {title}
        {empty ? (
          <EmptyState
            notice={empty}
            onReloadPage={props.onReloadPage}
            onRetry={props.onRetry}
            onClearFilter={() => {}}
            onStartRecording={() => {}}
          />
        ) : (
          <p class="none state-wait">{message('diagnosisWaits')}</p>
        )}
      </main>
    );
  }
  const { findings, chain, verdict, checks, since, gone } = diagnosis;
  const shown = findings.filter(({ id }) => !muted.includes(id));
  const hidden = findings.filter(({ id }) => muted.includes(id));
  const count = (severity: Finding['severity']) =>
    shown.filter((each) => each.severity === severity).length;
  const isHealthy = count('error') === 0 && count('warning') === 0;
  const origin = URL.canParse(page.url) ? new URL(page.url).origin : '';
  const go = ({ findings: ids, id }: ChainNode) => {
    const card = ids.map((each) => document.getElementById(`finding-${each}`)).find(Boolean);
    if (card) {
      // A consequence is folded into its cause.
      const folded = card.closest('details');
      if (folded) folded.open = true;
      card.scrollIntoView({ block: 'nearest' });
      card.focus({ preventScroll: true });
    } else props.onView(id === 'push' || id === 'notification' ? 'push' : 'state');
  };
  const goTo = ({ view, section }: Place & { type: 'view' }) => {
    if (section) showSection(section);
    props.onView(view);
  };
  const about = { url: page.url, environment, at: state?.readAt ?? now, entries };
  return (
    <main
      class={`diagnosis ${connection === 'unreachable' ? 'is-stale' : ''}`}
      data-view="diagnosis"
      data-read={diagnosis.readAt}
      data-findings={shown.length}
      data-healthy={isHealthy ? 'yes' : 'no'}
    >
      {title}
      {connection === 'unreachable' && (
        <p class="diagnosis-notice" data-notice="unreachable">
          {message('diagnosisStale')}{' '}
          <button type="button" class="button" onClick={props.onRetry}>
            {message('retry')}
          </button>
        </p>
      )}
      {connection === 'reload-needed' && (
        <p class="diagnosis-notice" data-notice="reload-needed">
          {message('reloadNeededText')}{' '}
          <button type="button" class="button" onClick={props.onReloadPage}>
            {message('reloadPage')}
          </button>
        </p>
      )}
      <div class="diagnosis-head">
        <VerdictLine verdict={verdict} onPush={isFile ? undefined : () => props.onView('push')} />
        <button
          type="button"
          class="button"
          data-action="copy-diagnosis"
          onClick={() =>
            copy(
              withoutSecrets(session, (clean) =>
                diagnosisMarkdown({ ...diagnosis, findings: shown }, about, clean),
              ),
            )
          }
        >
          {message('copyMarkdown')}
        </button>
      </div>
      {pressed && (
        <FixNote pressed={pressed} verdict={judgeFix(pressed, findings)} onForget={forget} />
      )}
      <ChainPicture chain={chain} onGo={go} />
      {groupsOf(shown).map((group) => (
        <section key={group.part} class="finding-group" data-part={group.part}>
          <h2>{message(partLabels[group.part])}</h2>
          <ul class="findings">
            {group.findings.map((finding) => (
              <FindingCard
                key={finding.id}
                finding={finding}
                entries={entries}
                help={finding.id === 'permission-denied' ? props.resetHelp : ''}
                isNew={now - (since[finding.id] ?? 0) < fresh}
                fixes={
                  <FindingFixes
                    finding={finding}
                    known={known}
                    actions={props.actions}
                    calls={props.calls}
                    onDelete={async (target, writes) => {
                      const undo = await props.actions.changeStorage('delete-key', writes);
                      onUndos(rememberUndo(undos, { name: 'delete-key', target, origin, undo }));
                    }}
                    onPress={(fix, work) => press(finding, fix, work)}
                    onInitAgain={props.onInitAgain}
                  />
                }
                onSelect={onSelect}
                onPlace={goTo}
                onCopyText={copy}
                onCopy={() =>
                  copy(withoutSecrets(session, (clean) => findingMarkdown(finding, entries, clean)))
                }
                onMute={() => props.onMute(finding.id, true)}
              />
            ))}
          </ul>
        </section>
      ))}
      {gone.length > 0 && (
        <section class="finding-group" data-part="gone">
          <h2>{message('findingsGone')}</h2>
          <ul class="findings-plain">
            {gone.map(({ id, sentence }) => (
              <li key={id} data-gone={id}>
                <span class="mark mark-ok" aria-hidden="true">
                  ✓
                </span>{' '}
                <s>{inWords(sentence)}</s>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hidden.length > 0 && (
        <details class="finding-group" data-part="muted">
          <summary>{plural('findingsMuted', hidden.length)}</summary>
          <ul class="findings-plain">
            {hidden.map(({ id, sentence }) => (
              <li key={id} data-muted={id}>
                {inWords(sentence)}{' '}
                {!isFile && (
                  <button
                    type="button"
                    class="button"
                    data-action="unmute-finding"
                    onClick={() => props.onMute(id, false)}
                  >
                    {message('unmuteFinding')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <CheckedList checks={checks} isOpen={shown.length === 0} />
      {props.settings && (
        <label class="diagnosis-setting none">
          <input
            type="checkbox"
            name="read-scripts"
            checked={props.settings.readScripts}
            onChange={(event) =>
              props.settings &&
              props.onSettings?.({
                ...props.settings,
                readScripts: event.currentTarget.checked,
              })
            }
          />{' '}
          {message('readScripts')}
        </label>
      )}
      <CopiedNote copied={copied} />
    </main>
  );
}
