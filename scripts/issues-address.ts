import { readFileSync } from 'node:fs';
import path from 'node:path';

const packageFile = path.resolve(import.meta.dirname, '../package.json');

/** Where the project takes issues: `bugs` of package.json, as npm has it; empty: it names no place. */
export const issuesAddress = (text = readFileSync(packageFile, 'utf8')): string => {
  const { bugs } = JSON.parse(text) as { bugs?: string | { url?: string } };
  return (typeof bugs === 'string' ? bugs : bugs?.url) ?? '';
};
