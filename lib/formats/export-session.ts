import { engineOf } from '../diagnosis/engine';
import type { Session } from '../model/session';
import { redactorOf } from '../redaction/redact';
import type { About } from '../schema/about';
import { sessionName } from '../schema/session-file';
import { pickEntries } from './pick-entries';
import { toCsv } from './to-csv';
import { toHar } from './to-har';
import { toIssue } from './to-issue';
import { toReport } from './to-report';
import { toSessionFile } from './to-session-file';
import { cleanTold, tell } from './told';

/** What a session can be given away as. The values of `[name=export-format]`. */
export const exportFormats = ['session', 'report', 'har', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is given away. */
export interface ExportOptions {
  format: ExportFormat;
  /** Keys of the entries; absent: all. */
  keys?: ReadonlySet<string> | undefined;
  /** The frame that the state and the diagnosis are to be of; absent: the page, or the first frame that has AKPush where the page has none. */
  frame?: number | undefined;
  /** With tokens, endpoints, profile values and the like as they are. */
  withSecrets: boolean;
  about: About;
  /** Absent: its site and when it began. */
  name?: string;
  /** Whether the recording ended because the browser did. */
  isCut?: boolean;
  /** Whether the session has no secrets, whatever is asked for. */
  wasRedacted?: boolean;
}

/** Text to be saved. */
export interface ExportedFile {
  name: string;
  /** MIME type. */
  type: string;
  text: string;
}

const endings: Record<ExportFormat, readonly [ending: string, type: string]> = {
  session: ['akpush.json', 'application/json'],
  report: ['md', 'text/markdown'],
  har: ['har', 'application/json'],
  csv: ['csv', 'text/csv'],
};

/** The session as it is given away, and what is told of it. Told of all that is known, and cleaned then: without its secrets a session says less. */
const prepare = (
  session: Session,
  {
    keys,
    frame,
    withSecrets,
    about,
  }: Pick<ExportOptions, 'keys' | 'frame' | 'withSecrets' | 'about'>,
) => {
  const picked = keys ? pickEntries(session, keys) : session;
  const redactor = withSecrets ? undefined : redactorOf(session);
  const given = redactor ? redactor.session(picked) : picked;
  const clean = (text: string) => redactor?.text(text) ?? text;
  const told = () => {
    const all = tell(picked, about.browser ? engineOf(about.browser) : undefined, frame);
    return redactor ? cleanTold(all, picked, clean) : all;
  };
  return { given, clean, told };
};

/** A text to be pasted into an issue; without secrets unless they are asked for. */
export const issueText = (
  session: Session,
  options: Pick<ExportOptions, 'keys' | 'frame' | 'withSecrets' | 'about'>,
): string => {
  const { given, told } = prepare(session, options);
  return toIssue(given, told(), options.about);
};

/** A session as a file in one of the formats; redacted unless secrets are asked for. */
export const exportSession = (session: Session, options: ExportOptions): ExportedFile => {
  const { format, withSecrets, about } = options;
  const { given, clean, told } = prepare(session, options);
  const givenName = options.name === undefined ? sessionName(given) : clean(options.name);
  const texts: Record<ExportFormat, () => string> = {
    session: () =>
      JSON.stringify(
        toSessionFile(
          given,
          {
            about,
            isRedacted: !withSecrets || options.wasRedacted === true,
            name: givenName,
            ...(options.isCut && { isCut: true }),
          },
          told(),
        ),
      ),
    report: () => toReport(given, told(), about),
    har: () => toHar(given, about),
    csv: () => toCsv(given, told().outcomes),
  };
  const [ending, type] = endings[format];
  const name = givenName.replace(/[^\p{L}\p{N}.-]+/gu, '-');
  return { name: `${name}.${ending}`, type, text: texts[format]() };
};
