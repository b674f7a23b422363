import type { ComponentChildren, RefObject } from 'preact';
import { formatNumber } from '../../../lib/i18n/format-number';
import { type MessageKey, message } from '../../../lib/i18n/message';
import { currentDocument } from '../../../lib/model/current-document';
import type { ShownKind } from '../../../lib/model/kinds';
import type { Session } from '../../../lib/model/session';
import type { FilterProblem } from '../../../lib/timeline/filter';
import { type Grouping, groupings } from '../../../lib/timeline/rows';
import type { Settings } from '../../../lib/timeline/settings';
import { useWorkspace } from '../../shell/workspace';
import { IconButton } from '../../ui/IconButton';
import { shortcutText } from '../../ui/shortcut';
import { useNarrow } from '../../ui/use-narrow';
import { ConnectionStatus } from './ConnectionStatus';
import { FilterBox } from './FilterBox';
import { KindChips } from './KindChips';
import { ViewOptions } from './ViewOptions';

interface ToolbarProps {
  session: Session;
  settings: Settings;
  version: string;
  counts: Record<ShownKind, number>;
  matches: number;
  problem: FilterProblem | null;
  filterInput: RefObject<HTMLInputElement | null>;
  onSettings(next: Settings): void;
  onRecording(on: boolean): void;
  onClear(): void;
  onMoment(): void;
  onSearch(): void;
  /** How many calls there were; absent at first. */
  totals: ComponentChildren;
  /** What the filter can be told; absent at first. */
  terms: ComponentChildren;
}

const groupLabels: Record<Grouping, MessageKey> = {
  call: 'groupCall',
  page: 'groupPage',
  none: 'groupNone',
};

const generationOf = ({ entries, pages }: Session): string | undefined => {
  const page = currentDocument({ pages })?.number;
  return entries.findLast((entry) => entry.kind === 'sdk' && entry.page === page)?.name;
};

/** What is above the list: two lines, or one where it is narrow. */
export function Toolbar(props: ToolbarProps) {
  const { session, settings, version, counts, matches, problem, filterInput } = props;
  const { onSettings, onRecording, onClear } = props;
  const { recording, entries } = session;
  const set = (change: Partial<Settings>) => onSettings({ ...settings, ...change });
  const { page, session: shown } = useWorkspace();
  const isFile = page === undefined;
  const isNarrow = useNarrow();
  const isRelative = settings.time === 'relative';
  const preserve = !isFile && (
    <label class="checkbox" title={message('preserveLogHelp')}>
      <input
        type="checkbox"
        checked={settings.preserveLog}
        onChange={(event) => set({ preserveLog: event.currentTarget.checked })}
      />
      {message('preserveLog')}
    </label>
  );
  const options = (
    <>
      <KindChips
        counts={counts}
        hidden={settings.hiddenKinds}
        isWhole={isNarrow}
        onHidden={(hiddenKinds) => set({ hiddenKinds })}
      />
      <label class="checkbox">
        <span class="group-by-text">{message('groupBy')}</span>
        <select
          class="field"
          name="group-by"
          aria-label={message('groupBy')}
          value={settings.grouping}
          onChange={(event) => set({ grouping: event.currentTarget.value as Grouping })}
        >
          {groupings.map((each) => (
            <option key={each} value={each}>
              {message(groupLabels[each])}
            </option>
          ))}
        </select>
      </label>
    </>
  );
  const connection = !isFile && (
    <ConnectionStatus
      connection={session.connection}
      isRecording={recording}
      isAnswered={session.isAnswered}
      generation={generationOf(shown)}
      version={version}
    />
  );
  return (
    <header class="toolbars">
      <div class="toolbar">
        {!isFile && (
          <>
            <IconButton
              icon={recording ? 'record' : 'stopped'}
              class={recording ? 'is-recording' : ''}
              label={message(recording ? 'stopRecording' : 'startRecording')}
              shortcut={shortcutText('record')}
              onClick={() => onRecording(!recording)}
            />
            <IconButton
              icon="clear"
              label={message('clear')}
              shortcut={shortcutText('clear')}
              onClick={onClear}
            />
            <span class="divider" />
          </>
        )}
        <FilterBox
          text={settings.filter}
          problem={problem}
          input={filterInput}
          onText={(filter) => set({ filter })}
          terms={props.terms}
        />
        <span class="divider" />
        {isNarrow ? (
          <ViewOptions
            isChanged={
              settings.hiddenKinds.length > 0 ||
              settings.grouping !== 'call' ||
              (settings.preserveLog && !isFile)
            }
          >
            {options}
            {preserve}
            {props.totals}
          </ViewOptions>
        ) : (
          preserve
        )}
        <IconButton
          icon="clock"
          label={message('relativeTime')}
          isPressed={isRelative}
          onClick={() => set({ time: isRelative ? 'absolute' : 'relative' })}
        />
        <IconButton
          icon="search"
          action="open-search"
          label={message('findLabel')}
          shortcut={shortcutText('search')}
          onClick={props.onSearch}
        />
        <IconButton
          icon="chart"
          action="toggle-overview"
          label={message('overviewToggle')}
          isPressed={settings.overview}
          onClick={() => set({ overview: !settings.overview })}
        />
        {!isFile && (
          <IconButton
            icon="flag"
            action="mark-moment"
            label={message('markMoment')}
            onClick={props.onMoment}
          />
        )}
        {isNarrow && connection}
        <span class="counter">
          {message('counter', formatNumber(matches), formatNumber(entries.length))}
        </span>
      </div>
      {!isNarrow && (
        <div class="toolbar toolbar-kinds">
          {options}
          {props.totals}
          {connection}
        </div>
      )}
    </header>
  );
}
