import { execFile } from 'node:child_process';
import path from 'node:path';
import { root } from './run';

/** One message of Mozilla's linter. */
interface LintMessage {
  _type: string;
  code: string;
  message: string;
  description?: string;
  file?: string;
}

interface LintReport {
  errors: LintMessage[];
  notices: LintMessage[];
  warnings: LintMessage[];
}

/** How Preact would set `dangerouslySetInnerHTML`, which nothing here uses; its only write of HTML, as minifiers leave it. */
export const preactWrite = /\(\w+\.innerHTML=\w+\.__html\)/;

const readReport = (folder: string): Promise<LintReport> =>
  new Promise((resolve, reject) => {
    const webExt = path.join(root, 'node_modules/.bin/web-ext');
    const args = ['lint', '--source-dir', folder, '--no-config-discovery', '--self-hosted=false'];
    execFile(
      webExt,
      [...args, '--output', 'json'],
      { maxBuffer: 1e8, shell: process.platform === 'win32' },
      (error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout) as LintReport);
        } catch {
          reject(new Error(`web-ext lint: ${stderr || error?.message}`));
        }
      },
    );
  });

/**
 * About Firefox for Android, for which no build is offered: the manifest has no `gecko_android`. The key that says what data are collected is newer there
 * than `strict_min_version`.
 */
const isAndroidAlone = ({ code, description, file }: LintMessage): boolean =>
  code === 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION' &&
  file === 'manifest.json' &&
  /\bdata_collection_permissions\b/.test(description ?? '');

/** What a report says beyond the warnings that are explained to Mozilla's reviewers: one for each file with Preact in it, and one about a key on Android. */
export const lintProblems = (report: LintReport, read: (file: string) => string): string[] => {
  const explained = new Set<string>();
  return [report.errors, report.notices, report.warnings].flat().flatMap((each) => {
    const { code, message, file = '' } = each;
    const isPreact = code === 'UNSAFE_VAR_ASSIGNMENT' && preactWrite.test(read(file));
    if ((isPreact || isAndroidAlone(each)) && !explained.has(file)) {
      explained.add(file);
      return [];
    }
    return `web-ext lint, ${each._type} in ${file}: ${code}: ${message}`;
  });
};

/** Asks Mozilla's linter about a built extension. */
export const lintFirefox = async (
  folder: string,
  read: (file: string) => string,
): Promise<string[]> => lintProblems(await readReport(folder), read);
