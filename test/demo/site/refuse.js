// Refuses to subscribe, as browsers do for reasons that nobody can bring about by a page: the texts are Chromium's and Firefox's own.
(() => {
  const { refuse } = JSON.parse(document.getElementById('settings').textContent);
  const reasons = {
    'no-service': ['AbortError', 'Registration failed - push service not available'],
    'other-key': [
      'InvalidStateError',
      'A subscription with a different application server key already exists.',
    ],
    'no-worker': ['AbortError', 'Subscription failed - no active Service Worker'],
    'user-visible': ['NotSupportedError', 'Registration failed - userVisibleOnly must be true'],
    'service-off': ['AbortError', 'Registration failed - push service error'],
    unreachable: ['AbortError', 'Error retrieving push subscription.'],
    limit: ['AbortError', 'Registration failed - registration limit has been reached'],
    storage: ['AbortError', 'Registration failed - storage error'],
    retry: ['AbortError', 'Registration failed - could not retrieve the public key'],
    refused: ['AbortError', 'Registration failed'],
  };
  PushManager.prototype.subscribe = async function subscribe() {
    if (refuse === 'no-answer') await new Promise(() => {});
    const [name, message] = reasons[refuse];
    throw new DOMException(message, name);
  };
})();
