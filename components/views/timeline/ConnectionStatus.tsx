import { type MessageKey, message } from '../../../lib/i18n/message';
import type { Connection } from '../../../lib/model/session';

interface ConnectionStatusProps {
  connection: Connection;
  isRecording: boolean;
  /** Whether anything has been heard of the tab. */
  isAnswered: boolean;
  /** The SDK's generation, when it was found. */
  generation: string | undefined;
  version: string;
}

const texts: Record<Connection, MessageKey> = {
  connected: 'connected',
  'no-sdk': 'notFound',
  unreachable: 'disconnected',
  'reload-needed': 'reloadNeeded',
};

/** Whether what is shown is live. */
export function ConnectionStatus(props: ConnectionStatusProps) {
  const { connection, isRecording, isAnswered, generation, version } = props;
  const isConnected = connection === 'connected';
  const state = isConnected && !isRecording ? 'paused' : connection;
  const known = message(state === 'paused' ? 'recordingOff' : texts[connection]);
  const text = isAnswered ? known : '';
  return (
    <div class="connection">
      <span role="status" class={`connection-state connection-${state}`} title={text}>
        {text}
      </span>
      {isConnected && generation && <span>AKPush {generation}</span>}
      <span title={message('versionTitle', version)}>v{version}</span>
    </div>
  );
}
