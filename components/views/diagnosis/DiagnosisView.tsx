import type { ChainNode } from '../../../lib/diagnosis/chain';
import { type Finding, findingParts, findingSeverities } from '../../../lib/diagnosis/finding';
import { judgeFix } from '../../../lib/diagnosis/judge-fix';
import { factsOf } from '../../../lib/facts/facts-of';
import { diagnosisMarkdown, findingMarkdown } from '../../../lib/formats/finding-markdown';
import { message } from '../../../lib/i18n/message';
import { plural } from '../../../lib/i18n/plural';
import { currentDocument } from '../../../lib/model/current-document';
import { inWords } from '../../../lib/text/in-words';
import { emptyNotice } from '../../../lib/timeline/notice';
import { useWorkspace } from '../../shell/workspace';
import { CopiedNote } from '../../ui/CopiedNote';
import { EmptyState } from '../../ui/EmptyState';
import { goTo } from '../../ui/go-to';
import { MutedNote } from '../../ui/MutedNote';
import { NamedButton } from '../../ui/NamedButton';
import { partLabels } from '../../ui/part-labels';
import { useCopy } from '../../ui/use-copy';
import { VerdictLine } from '../../ui/VerdictLine';
import { withoutSecrets } from '../../ui/without-secrets';
import { rememberUndo } from '../state/remember-undo';
import { showSection } from '../state/wanted-section';
import { ChainPicture } from './ChainPicture';
import { CheckedList } from './CheckedList';
import { FindingCard } from './FindingCard';
import { FindingFixes } from './FindingFixes';
import { FixNote } from './FixNote';
import { lastInitOf } from './last-init';
import { nodePlaces } from './node-places';
import { usePressedFix } from './use-pressed-fix';

/** Shows a finding's card, also where it is folded into its cause; false where there is none. */
const showFinding = (id: string): boolean => {
  const card = document.getElementById(`finding-${id}`);
  if (!card) return false;
  const folded = card.closest('details');
  if (folded) folded.open = true;
  goTo(card);
  return true;
};

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
export function DiagnosisView() {
  const workspace = useWorkspace();
  const { whole, session, diagnosis, muted, environment, settings, showView } = workspace;
  const { page: work } = workspace;
  const { entries, pages, state, connection } = session;
  const page = currentDocument({ pages });
  const { copied, copy } = useCopy();
  const { pressed, press, forget } = usePressedFix(diagnosis);
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
            onReloadPage={() => work?.onReloadPage()}
            onRetry={() => work?.onRetry()}
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
  const initAgain = () => {
    const last = entries.findLast(
      ({ kind, name }) => kind === 'call' && (name === 'initSubscription' || name === 'subscribe'),
    );
    if (last) workspace.editCall(last.key);
    showView('calls');
  };
  const goToPlace = ({ view, section }: { view: string; section?: string | undefined }) => {
    if (section) showSection(section);
    showView(view);
  };
  const go = ({ findings: ids, id }: ChainNode) => {
    if (!ids.some(showFinding)) goToPlace(nodePlaces[id]);
  };
  const lastInit = work && lastInitOf(session, work.callActions, work.calls.store.draft.instance);
  // In its card, for as long as there is one.
  const fixNote = !import.meta.env.VIEWER && pressed && (
    <FixNote
      pressed={pressed}
      verdict={judgeFix(pressed, findings)}
      onPlace={goToPlace}
      onForget={() => {
        if (pressed.waits === 'click' && pressed.endedAt === null) work?.callActions.dropClick();
        forget();
      }}
    />
  );
  // What proves a finding can be another frame's.
  const all = whole.entries;
  const about = { url: page.url, environment, at: state?.readAt ?? Date.now(), entries: all };
  return (
    <main
      class="diagnosis"
      data-view="diagnosis"
      data-read={diagnosis.readAt}
      data-findings={shown.length}
      data-healthy={isHealthy ? 'yes' : 'no'}
    >
      {title}
      {connection === 'unreachable' && (
        <p class="diagnosis-notice" data-notice="unreachable">
          {message('diagnosisStale')}{' '}
          <button type="button" class="button" onClick={work?.onRetry}>
            {message('retry')}
          </button>
        </p>
      )}
      {connection === 'reload-needed' && (
        <p class="diagnosis-notice" data-notice="reload-needed">
          {message('reloadNeededText')}{' '}
          <button type="button" class="button" onClick={work?.onReloadPage}>
            {message('reloadPage')}
          </button>
        </p>
      )}
      <div class="diagnosis-head">
        <VerdictLine
          verdict={verdict}
          onPush={work && (() => showView('push'))}
          onShow={
            shown.some(({ id }) => id === verdict.finding)
              ? () => showFinding(verdict.finding ?? '')
              : undefined
          }
          onCheckup={
            work && known.sdk.entry
              ? () => {
                  work.checkup.show();
                  showView('calls');
                }
              : undefined
          }
        />
        <NamedButton
          action="copy-diagnosis"
          label={message('copyMarkdown')}
          of={message('viewDiagnosis')}
          onClick={() =>
            copy(
              withoutSecrets(whole, (clean) =>
                diagnosisMarkdown({ ...diagnosis, findings: shown }, about, clean),
              ),
            )
          }
        />
      </div>
      <MutedNote findings={hidden} />
      {pressed && !shown.some(({ id }) => id === pressed.finding.id) && fixNote}
      <ChainPicture chain={chain} onGo={go} />
      {groupsOf(shown).map((group) => (
        <section key={group.part} class="finding-group" data-part={group.part}>
          <h2>{message(partLabels[group.part])}</h2>
          <ul class="findings">
            {group.findings.map((finding) => (
              <FindingCard
                key={finding.id}
                finding={finding}
                entries={all}
                help={finding.id === 'permission-denied' ? workspace.resetHelp : ''}
                newUntil={(since[finding.id] ?? 0) + fresh}
                note={pressed?.finding.id === finding.id ? fixNote : undefined}
                fixes={
                  !import.meta.env.VIEWER &&
                  work && (
                    <FindingFixes
                      finding={finding}
                      known={known}
                      actions={work.actions}
                      calls={work.callActions}
                      onDelete={async (target, writes) => {
                        const undo = await work.actions.changeStorage('delete-key', writes);
                        const next = { name: 'delete-key', target, origin, undo } as const;
                        work.onUndos((held) => rememberUndo(held, next));
                      }}
                      onPress={(fix, ...doing) => press(finding, fix, ...doing)}
                      lastInit={lastInit}
                      onInitAgain={initAgain}
                    />
                  )
                }
                onSelect={workspace.showEntry}
                onPlace={goToPlace}
                onCopyText={copy}
                onOpenSettings={work?.onOpenSettings}
                onCopy={() =>
                  copy(withoutSecrets(whole, (clean) => findingMarkdown(finding, all, clean)))
                }
                onMute={work && (() => work.onMute(finding.id, true))}
              />
            ))}
          </ul>
        </section>
      ))}
      {workspace.contract?.Missed && <workspace.contract.Missed />}
      {gone.length > 0 && (
        <section class="finding-group" data-part="gone">
          <h2>{message('findingsGone')}</h2>
          <ul class="findings-plain">
            {gone.map(({ id, title: named }) => (
              <li key={id} data-gone={id}>
                <span class="mark mark-ok" aria-hidden="true">
                  ✓
                </span>{' '}
                <s>{inWords(named)}</s>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hidden.length > 0 && (
        <details class="finding-group" data-part="muted">
          <summary>{plural('findingsMuted', hidden.length)}</summary>
          <ul class="findings-plain">
            {hidden.map(({ id, title: named }) => (
              <li key={id} data-muted={id}>
                {inWords(named)}{' '}
                {work && (
                  <NamedButton
                    action="unmute-finding"
                    label={message('unmuteFinding')}
                    of={inWords(named)}
                    onClick={() => work.onMute(id, false)}
                  />
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <CheckedList {...{ checks, findings, shown }} onShow={showFinding} />
      {work && (
        <label class="diagnosis-setting none">
          <input
            type="checkbox"
            name="read-scripts"
            checked={settings.readScripts}
            onChange={(event) =>
              workspace.onSettings({
                ...settings,
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
