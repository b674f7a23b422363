// Events and messages that look like those of the extension: nobody takes what the page offers, and nobody answers.

{
  const words = [
    'akpush-inspector',
    'akpush-inspector?',
    'akpush-inspector!',
    'akpush-inspector:port',
    'akpush-inspector:port?',
    '!',
    'undefined!',
  ];
  const details = ['secret', 'gone', '0', { id: 1, after: 0, isGone: true }];
  const offer = (target, event) => {
    if (!target.dispatchEvent(event)) page.results.taken = event.type;
  };
  const say = () => {
    for (const word of words)
      for (const target of [window, document]) {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = ({ data }) => page.results.answers.push(data);
        offer(target, new MessageEvent(word, { ports: [port1], cancelable: true }));
        offer(target, new Event(word, { cancelable: true }));
        for (const detail of details)
          offer(target, new CustomEvent(word, { detail, cancelable: true, bubbles: true }));
      }
    postMessage('of the page', '*', [new MessageChannel().port1]);
  };
  page.results.answers = [];
  page.own(say);
  page.steps.push(async () => {
    page.own(say);
    const extension = window.chrome?.runtime ?? window.browser?.runtime;
    page.results.extension = typeof extension?.sendMessage;
  });
}
