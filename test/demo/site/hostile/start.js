// Before all others: the page's own copies of what a trap may break, and ears for what nobody should say.

const page = (() => {
  const { stringify } = JSON;
  const { apply } = Reflect;
  const later = setTimeout;
  const results = {};
  const touched = {};
  const overheard = [];
  const known = [
    'load',
    'click',
    'DOMContentLoaded',
    'error',
    'message',
    'abort',
    'unhandledrejection',
  ];
  const isKnown = (type) => {
    for (let i = 0; i < known.length; i++) if (known[i] === type) return true;
    return false;
  };
  const overhear = (what) => {
    if (page.isOwn) return;
    overheard[overheard.length] = what;
  };

  // A page's ears: whatever the extension's parts say to each other, these hear nothing of it.
  const ears = [window, document, document.fonts];
  const words = [
    'akpush-inspector',
    'akpush-inspector?',
    'akpush-inspector:port',
    'akpush-inspector:port?',
  ];
  for (let i = 0; i < ears.length; i++)
    for (let j = 0; j < words.length; j++)
      ears[i].addEventListener(words[j], (event) => {
        if (event.detail !== 'of the page')
          overhear(`${event.type} ${event.detail} ${event.ports?.length}`);
      });
  addEventListener('message', (event) => {
    if (event.data !== 'of the page') overhear(`message ${event.data}`);
  });

  return {
    results,
    apply,
    stringify,
    later: (run, ms) => apply(later, window, [run, ms]),
    /** Counts that somebody ran the page's code; the page says when it is the page itself. */
    touch(name) {
      if (page.isOwn) return;
      touched[name] = (touched[name] ?? 0) + 1;
      const { event } = window;
      if (event && !isKnown(event.type)) overhear(`event ${event.type}`);
    },
    /** The page runs code of its own: what is touched now is its own doing. */
    own(run) {
      const before = page.isOwn;
      page.isOwn = true;
      try {
        return run();
      } finally {
        page.isOwn = before;
      }
    },
    isOwn: false,
    /** Every name in the extension's own script of this world. */
    namesOfTheHook: [
      /* names of the hook */
    ],
    /** Plays all that is recorded: requests, workers, subscriptions, rejections that nobody reads. */
    playAll() {
      page.steps.push(async (instance) => {
        const saved = await fetch('/pixel?_push_pix=/push/subscription/save', {
          method: 'POST',
          body: '{}',
          headers: new Headers([['x-id', '1']]),
        });
        results.saved = (await saved.text()).length;
        const scope = '/nowhere/';
        const registration = await navigator.serviceWorker.register('/stand-in-worker.js', {
          scope,
        });
        try {
          await registration.update();
        } catch (error) {
          // Firefox now and then refuses that of one that is being installed.
          if (error.name !== 'InvalidStateError') throw error;
          while (!registration.active) await navigator.serviceWorker.getRegistration(scope);
          await registration.update();
        }
        results.subscription = await registration.pushManager.getSubscription();
        await registration.unregister();
        try {
          await navigator.serviceWorker.register('https://elsewhere.example/worker.js', { scope });
        } catch (error) {
          results.refused = error.name;
        }
        await new Promise((resolve) => {
          addEventListener('unhandledrejection', (event) => {
            event.preventDefault();
            results.unhandled = event.reason;
            resolve();
          });
          instance.updateSubscription('left on purpose');
        });
      });
    },
    /** More steps of a trap, played after the ordinary ones. */
    steps: [],
    tell() {
      document.title = stringify({ results, touched, overheard });
    },
  };
})();
