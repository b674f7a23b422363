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

/** Puts a text into a field for files, as choosing a file does. */
export const chooseFile = (
  panel: Panel,
  selector: string,
  text: string,
  name: string,
): Promise<void> =>
  panel.evaluate(
    (where: string, content: string, file: string) => {
      const field = document.querySelector<HTMLInputElement>(where);
      const data = new DataTransfer();
      data.items.add(new File([content], file, { type: 'application/json' }));
      if (!field) throw new Error(`no ${where}`);
      field.files = data.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    text,
    name,
  );
