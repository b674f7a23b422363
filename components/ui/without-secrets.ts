import type { Session } from '../../lib/model/session';

/** A text that leaves the panel, made without the session's secrets. What takes them out is loaded when it is first needed. */
export const withoutSecrets = async (
  session: Session,
  make: (clean: (text: string) => string) => string,
): Promise<string> => {
  const { textRedactor } = await import('../../lib/redaction/redact');
  return make(textRedactor(session));
};
