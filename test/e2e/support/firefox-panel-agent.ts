/** A frame script's own globals. */
declare const content: Privileged;
declare const Cu: Privileged;
declare const Cc: Privileged;
declare const Ci: Privileged;
declare const addMessageListener: Privileged;
declare const sendAsyncMessage: Privileged;

/**
 * Runs inside the toolbox panel's process, where BiDi does not reach: evaluates functions, clicks and types as a user does.
 */
export const panelAgent = (): void => {
  const evaluate = (fn: string, args: string) => {
    const options = { sandboxPrototype: content, wantXrays: false };
    const sandbox = Cu.Sandbox(content, options);
    const text = `(async () => { const __name = (f) => f; return JSON.stringify(await (${fn})(...${args})); })()`;
    return Cu.evalInSandbox(text, sandbox);
  };

  const click = (selector: string) => {
    const element = content.document.querySelector(selector);
    element.scrollIntoView({ block: 'nearest' });
    const box = element.getBoundingClientRect();
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    for (const type of ['mousemove', 'mousedown', 'mouseup']) {
      const clickCount = type === 'mousemove' ? 0 : 1;
      const buttons = type === 'mousedown' ? 1 : 0;
      content.synthesizeMouseEvent(type, x, y, { button: 0, buttons, clickCount }, {});
    }
  };

  /** Presses the keys one while the other is held. */
  const pressChord = (keys: string[]) => {
    const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(
      Ci.nsITextInputProcessor,
    );
    input.beginInputTransactionForTests(content);
    const strokes = keys.map((key) => {
      const isNamed = key.length > 1;
      // A named key is found by its code; `Enter` and the like do nothing without their key code.
      const keyCode =
        content.KeyboardEvent[
          `DOM_VK_${key.toUpperCase().replace('ENTER', 'RETURN').replace('ARROW', '')}`
        ];
      const event = new content.KeyboardEvent('', isNamed && keyCode ? { key, keyCode } : { key });
      return { event, flags: isNamed ? input.KEY_NON_PRINTABLE_KEY : 0 };
    });
    for (const { event, flags } of strokes) input.keydown(event, flags);
    for (const { event, flags } of strokes.reverse()) input.keyup(event, flags);
  };

  addMessageListener('agent:ask', async ({ data }: { data: Privileged }) => {
    const answer: { id: number; json?: string; error?: string } = { id: data.id };
    try {
      if (data.click) click(data.click);
      else if (data.chord) pressChord(data.chord);
      else if (data.keys) for (const key of data.keys) pressChord([key]);
      else answer.json = await evaluate(data.fn, data.args);
    } catch (error) {
      answer.error = String(error);
    }
    sendAsyncMessage('agent:answer', answer);
  });
};
