import { message } from '../../../../lib/i18n/message';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

/** The page asked to show notifications. */
export function PermissionDetails({ entry, detail, onOpenSource }: DetailProps<'permission'>) {
  return (
    <>
      <Section title={message('permission')}>
        <Fields
          fields={[
            [message('permissionBefore'), detail.before],
            [
              message('permissionAnswer'),
              detail.answer ?? (entry.status === 'pending' ? message('stillPending') : null),
            ],
            [message('userGesture'), message(detail.gesture ? 'yes' : 'no')],
          ]}
        />
      </Section>
      {detail.error && <ErrorSection error={detail.error} onOpenSource={onOpenSource} />}
    </>
  );
}
