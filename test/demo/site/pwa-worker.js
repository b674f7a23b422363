// A shop that works offline: no push, and it waits for its turn.
addEventListener('fetch', () => {});
