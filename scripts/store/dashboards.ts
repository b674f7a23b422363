import type { UserManifest } from 'wxt';
import { permissions } from '../../store/permissions';
import { extensionManifest } from '../extension-manifest';
import { readSections } from './read-sections';

/** The longest answers that the dashboards take, characters. */
const maxAnswer = 1_000;
const maxReviewerNotes = 3_000;

const permissionText = (browser: 'chrome' | 'firefox'): string =>
  permissions
    .filter(({ browsers }) => browsers.includes(browser))
    .map(
      ({ name, why }) => `#### ${name === '*://*/*' ? 'Host permission: *://*/*' : name}\n\n${why}`,
    )
    .join('\n\n');

const compatibility = ({ browser_specific_settings: own }: UserManifest): string =>
  `Firefox ${own?.gecko?.strict_min_version} and newer. Not for Firefox for Android.`;

/** The answers with what follows from the table of permissions and the manifest. */
export const fillDashboards = (markdown: string): string =>
  markdown
    .replace('<!-- permissions: chrome -->', () => permissionText('chrome'))
    .replace('<!-- permissions: firefox -->', () => permissionText('firefox'))
    .replace('<!-- compatibility -->', () => compatibility(extensionManifest('firefox')));

/** The notes for reviewers without what is said of them. */
export const reviewerNotes = (markdown: string): string =>
  markdown.split('\n---\n')[1]?.trim() ?? '';

/** What the forms would not take. */
export const answerProblems = (dashboards: string, reviewers: string): string[] => {
  const problems: string[] = [];
  const chrome = readSections(readSections(dashboards, 2).get('Chrome Web Store') ?? '', 3);
  const purpose = chrome.get('Single purpose')?.length ?? 0;
  if (purpose === 0 || purpose > maxAnswer)
    problems.push(`the single purpose has ${purpose} characters, 1 to ${maxAnswer} are taken`);
  if (/<!--/.test(dashboards)) problems.push('a place in the answers was not filled');
  const notes = reviewerNotes(reviewers).length;
  if (notes === 0 || notes > maxReviewerNotes)
    problems.push(
      `the notes for reviewers have ${notes} characters, 1 to ${maxReviewerNotes} are taken`,
    );
  return problems;
};
