import type { Panel } from './browser';

/** Sets a control as typing or choosing does. */
export const setField = (panel: Panel, selector: string, value: string): Promise<void> =>
  panel.evaluate(
    (where: string, text: string) => {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(where);
      if (!field) throw new Error(`no ${where}`);
      const { prototype } = field.constructor as unknown as { prototype: object };
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );
