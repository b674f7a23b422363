import { formatNumber } from '../../../lib/i18n/format-number';
import { message } from '../../../lib/i18n/message';
import { isScriptMime, type ScriptReport } from '../../../lib/model/script-report';
import { IconButton } from '../../ui/IconButton';
import { Fields } from '../timeline/details/Fields';

interface ScriptReportViewProps {
  report: ScriptReport;
  scope: string;
  onClose(): void;
}

const bad = (text: string) => <span class="error-text">{text}</span>;

/** What the site's server answers for a worker's script. */
export function ScriptReportView({ report, scope, onClose }: ScriptReportViewProps) {
  const { httpStatus, redirectedTo, mime, allowed, cacheControl, size, imports } = report;
  const folder = new URL('.', report.url).href;
  // A server may send anything.
  const granted =
    allowed && URL.canParse(allowed, report.url) ? new URL(allowed, report.url).href : folder;
  const isTooWide = !scope.startsWith(granted);
  const isOk = httpStatus >= 200 && httpStatus < 300;
  return (
    <div class="script-report" data-report={report.url}>
      <IconButton icon="close" label={message('closeReport')} onClick={onClose} />
      <Fields
        fields={[
          [message('reportStatus'), isOk ? String(httpStatus) : bad(String(httpStatus))],
          [
            message('reportRedirect'),
            redirectedTo && bad(message('reportRedirected', redirectedTo)),
          ],
          [
            message('reportMime'),
            isScriptMime(mime) ? mime : bad(message('reportWrongMime', mime || message('none'))),
          ],
          [
            'Service-Worker-Allowed',
            isTooWide
              ? bad(message('reportScope', allowed ?? message('none'), scope))
              : (allowed ?? message('none')),
          ],
          ['Cache-Control', cacheControl ?? message('none')],
          [message('reportSize'), message('characters', formatNumber(size))],
          [
            message('reportPush'),
            message(report.hasPushHandler ? 'reportHasPush' : 'reportNoPush'),
          ],
          [
            'importScripts',
            imports.length === 0 ? (
              message('none')
            ) : (
              <ul>
                {imports.map(({ url, answer }) => (
                  <li key={url}>
                    {url}{' '}
                    {'ok' in answer && answer.ok < 300
                      ? answer.ok
                      : bad(
                          'ok' in answer
                            ? String(answer.ok)
                            : `${answer.failed.name}: ${answer.failed.message}`,
                        )}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <p class="none">{message('reportHow')}</p>
    </div>
  );
}
