import type { PushMode } from '../../../lib/akpush/push-mode';
import { message } from '../../../lib/i18n/message';
import { previewOf } from '../../../lib/push/push-request';

interface PushPreviewProps {
  text: string | null;
  mode: PushMode;
}

/** The notification as this mode's worker would show it. Images are named, not loaded: a preview asks no server. */
export function PushPreview({ text, mode }: PushPreviewProps) {
  const preview = previewOf(text, mode);
  if (!preview) return <p class="none">{message('previewNone')}</p>;
  const { title, options, link } = preview;
  const actions = Array.isArray(options.actions) ? options.actions : [];
  return (
    <figure class="push-preview" data-preview="yes">
      <b>{title}</b>
      <span>{String(options.body ?? '')}</span>
      {['icon', 'image', 'tag'].map(
        (name) =>
          options[name] !== undefined && (
            <span class="fact-note" key={name}>
              {name}: {String(options[name])}
            </span>
          ),
      )}
      {actions.length > 0 && (
        <span class="push-preview-actions">
          {actions.map((each, index) => (
            <span class="made" key={index}>
              {String((each as { title?: unknown }).title ?? '')}
            </span>
          ))}
        </span>
      )}
      <figcaption class="fact-note">
        {link ? message('previewOpens', link) : message('previewOpensNothing')}
      </figcaption>
    </figure>
  );
}
