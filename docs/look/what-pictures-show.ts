import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../lib/diagnosis/rules';
import { root } from '../../scripts/run';
import { scenes } from './scenes';

/** What stands beside the documents' pictures: what they show of the build from which they were taken. */
export const shownFile = path.join(root, 'docs/pictures/shown.json');

/** What the documents' pictures show of this build, as far as that is cheaply told: the number of checks, and the names of the views. */
export const whatPicturesShow = (): { checks: number; views: Record<string, string> } => {
  const views = scenes.filter(({ shownHeight }) => shownHeight).map(({ view }) => view);
  const named = (language: string): string => {
    const file = path.join(root, `public/_locales/${language}/messages.json`);
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
    return views
      .map((view) => messages[`view${view[0]?.toUpperCase()}${view.slice(1)}`]?.message)
      .join(', ');
  };
  return { checks: rules.length, views: { en: named('en'), ru: named('ru') } };
};
