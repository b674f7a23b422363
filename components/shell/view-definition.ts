import type { ComponentType } from 'preact';
import type { MessageKey } from '../../lib/i18n/message';

/** A view of the panel: a folder in `components/views` exports one, and the registry lists it. */
export interface ViewDefinition {
  /** The value of `&view=` and of `data-view`. */
  id: string;
  label: MessageKey;
  /** Brings its component, which takes all from `useWorkspace`. */
  load(): Promise<ComponentType>;
  /** The component where it is no chunk of its own. */
  now?: ComponentType;
}
