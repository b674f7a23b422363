// No stacks at all, and an Error of the page's own.

Error.stackTraceLimit = 0;
window.Error = class OwnError {
  constructor() {
    page.touch('new Error');
  }
};
