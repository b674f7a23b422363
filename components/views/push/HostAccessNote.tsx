import { useCallback, useEffect, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import type { HostAccess, PushActions } from '../../../lib/push/push-request';

interface HostAccessNoteProps {
  /** The subscription's endpoint. */
  url: string;
  actions: Pick<PushActions, 'hostAccess' | 'askHost'>;
}

/** Says when the extension may not reach the push service, and asks for it where that is possible. Nothing where it may. */
export function HostAccessNote({ url, actions }: HostAccessNoteProps) {
  const [access, setAccess] = useState<HostAccess>('granted');
  const [refused, setRefused] = useState('');
  const look = useCallback(
    () => actions.hostAccess(url).then(setAccess, () => setAccess('granted')),
    [url, actions],
  );
  useEffect(() => {
    void look();
    // It is given and taken in other windows.
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [look]);
  if (access === 'granted') return null;
  const ask = () => {
    setRefused('');
    actions
      .askHost(url)
      .then(async (isGiven) => {
        if (!isGiven) setRefused(message('hostNotGiven'));
        await look();
      })
      .catch((error: Error) => setRefused(error.message));
  };
  return (
    <div class="error-text" role="alert" data-host-access={access}>
      {message('hostNeeded', URL.canParse(url) ? new URL(url).host : url)}{' '}
      {access === 'can-ask' && (
        <button type="button" class="button" data-action="allow-host" onClick={ask}>
          {message('hostAllow')}
        </button>
      )}
      {(access === 'missing' || refused !== '') && <> {message('hostElsewhere')}</>}
      {refused !== '' && <p data-host-refused>{refused}</p>}
    </div>
  );
}
