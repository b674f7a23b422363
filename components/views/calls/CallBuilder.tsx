import { hasMethod, methodNames, sinceGeneration } from '../../../lib/akpush/methods';
import type { RunMode } from '../../../lib/calls/call-actions';
import { type CallDraft, inputsOf, readDraft } from '../../../lib/calls/call-draft';
import {
  configFields,
  exampleInputs,
  matchFields,
  profileFields,
} from '../../../lib/calls/field-names';
import { isInitRunning, warningsOf } from '../../../lib/calls/warnings';
import type { PageFacts } from '../../../lib/facts/page-facts';
import { message } from '../../../lib/i18n/message';
import { plural } from '../../../lib/i18n/plural';
import type { PageSurvey } from '../../../lib/injected/page-job';
import { currentDocument } from '../../../lib/model/current-document';
import type { Session } from '../../../lib/model/session';
import { PresetName } from '../../ui/PresetName';
import { MethodHelp } from './MethodHelp';
import { ObjectField } from './ObjectField';
import { ThirdField } from './ThirdField';
import type { Calls } from './use-calls';
import { useStill } from './use-still';
import { Warnings } from './Warnings';

interface CallBuilderProps {
  calls: Calls;
  session: Session;
  known: PageFacts | undefined;
  /** `undefined`: the page has not answered yet; `null`: it could not be asked. */
  survey: PageSurvey | null | undefined;
  hasGesture: boolean;
  onMake(mode: RunMode): void;
  onSavePreset(name: string): void;
  onCopy(text: string | Promise<string>): void;
}

const fieldsOf = { match: matchFields, update: profileFields, custom: [], config: configFields };
const labels = { match: 'match', update: 'update', custom: 'customData', config: 'config' };

/** Puts a call together: method, instance, arguments, and what to expect of it. */
export function CallBuilder(props: CallBuilderProps) {
  const { calls, session, known, survey, hasGesture, onMake, onSavePreset, onCopy } = props;
  const { draft } = calls.store;
  const set = (change: Partial<CallDraft>) => calls.setDraft(change);
  const sdk = known?.sdk;
  const has = (name: (typeof methodNames)[number]) => sdk !== undefined && hasMethod(name, sdk);
  const read = readDraft(draft);
  const page = currentDocument(session)?.number ?? 0;
  const needsGesture =
    known?.state.permission.notification === 'default' &&
    (draft.method === 'initSubscription' || draft.method === 'subscribe');
  // Why no call can be made here, if so.
  const blocked = !session.recording
    ? message('callsNotRecording')
    : session.connection === 'reload-needed'
      ? message('callsReloadNeeded')
      : session.connection !== 'connected'
        ? message('callsNoSdk')
        : sdk === undefined || survey === undefined
          ? message('stateReading')
          : !has(draft.method)
            ? message('callsNoMethod', draft.method, sinceGeneration[draft.method])
            : '';
  // Of a call that cannot be made there is nothing to warn.
  const warnings =
    'call' in read && !blocked
      ? warningsOf(read.call, known, isInitRunning(session.entries, page))
      : [];
  const above = useStill(warnings, draft.method);
  const instances = survey?.instances ?? [];
  const isGone = draft.instance !== '' && survey != null && !instances.includes(draft.instance);
  return (
    <form
      class="call-builder"
      aria-label={message('callBuilder')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked) onMake('plain');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || blocked) return;
        event.preventDefault();
        onMake('plain');
      }}
    >
      <div class="call-head">
        <label>
          {message('method')}{' '}
          <select
            class="field"
            name="method"
            value={draft.method}
            onChange={(event) => {
              const chosen = methodNames.find((name) => name === event.currentTarget.value);
              if (chosen) set({ method: chosen });
            }}
          >
            {methodNames.map((name) => (
              <option key={name} value={name} disabled={!has(name)}>
                {has(name) ? name : message('methodSince', name, sinceGeneration[name])}
              </option>
            ))}
          </select>
        </label>
        {draft.method !== 'removeToken' && (
          <label>
            {message('onInstance')}{' '}
            <select
              class="field"
              name="instance"
              value={draft.instance}
              onChange={(event) => calls.chooseInstance(event.currentTarget.value)}
            >
              <option value="">new AKPush()</option>
              {[...instances, ...(isGone ? [draft.instance] : [])].map((name) => (
                <option key={name} value={name}>
                  window.{name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <MethodHelp method={draft.method} />
      <Warnings warnings={above.value.filter(({ input }) => input === undefined)} />
      {blocked && (
        <p class="none" data-blocked="yes">
          {blocked}
        </p>
      )}
      <p class="buttons call-buttons" {...above.still}>
        <button type="submit" class="button primary" data-action="run" disabled={blocked !== ''}>
          {above.value.length > 0
            ? plural('runCallWarned', above.value.length)
            : message('runCall')}
        </button>
        {hasGesture && (
          <button
            type="button"
            class={`button ${needsGesture ? 'primary' : ''}`}
            data-action="run-gesture"
            title={message('runGestureHelp')}
            disabled={blocked !== ''}
            onClick={() => onMake('gesture')}
          >
            {message('runGesture')}
          </button>
        )}
        <button
          type="button"
          class="button"
          data-action="run-click"
          title={message('runClickHelp')}
          disabled={blocked !== ''}
          onClick={() => onMake('click')}
        >
          {message('runClick')}
        </button>
        <button
          type="button"
          class="button"
          data-action="copy-snippet"
          disabled={!('call' in read)}
          onClick={() =>
            'call' in read &&
            onCopy(
              import('../../../lib/calls/snippet').then(({ callSnippet }) =>
                callSnippet(read.call),
              ),
            )
          }
        >
          {message('copySnippet')}
        </button>
        <PresetName onSave={onSavePreset} />
      </p>
      {Object.keys(calls.problems).length > 0 && (
        <p class="error-text" role="alert" data-problem="draft">
          {message('draftProblems')}
        </p>
      )}
      {isGone && <p class="error-text">{message('instanceGone', draft.instance)}</p>}
      {draft.method !== 'removeToken' && draft.instance === '' && (
        <p class="fact-note">{message('newInstanceHelp')}</p>
      )}
      {draft.method === 'updateSubscription' && (
        <ThirdField choice={draft.third} onChoice={(third) => set({ third })} />
      )}
      {draft.method === 'removeToken' && (
        <label class="prefix-field">
          prefix{' '}
          <input
            class="field"
            name="prefix"
            spellcheck={false}
            placeholder={known?.cache.prefix ?? ''}
            value={draft.prefix}
            onInput={(event) => set({ prefix: event.currentTarget.value })}
          />
        </label>
      )}
      {inputsOf(draft).map((name) => (
        <ObjectField
          key={name}
          name={labels[name]}
          input={draft[name]}
          known={fieldsOf[name]}
          example={exampleInputs[name]}
          problems={calls.problems[name] ?? []}
          warnings={warnings.filter(({ input }) => input === name)}
          onInput={(input) => set({ [name]: input })}
        />
      ))}
    </form>
  );
}
