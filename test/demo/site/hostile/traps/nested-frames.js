// Objects and functions of another realm, and a `document` that was written anew.

{
  const frame = document.createElement('iframe');
  document.documentElement.append(frame);
  const other = frame.contentWindow;
  page.steps.push(async (instance) => {
    const { results } = page;
    const foreign = other.eval('({ list: [1], date: new Date(0), error: new TypeError("x") })');
    await instance.initSubscription(foreign);
    results.foreign = page.seen === foreign;
    const reason = new other.Error('foreign');
    try {
      await instance.updateSubscription(reason);
    } catch (error) {
      results.foreignReason = error === reason;
    }
    page.answer = other.Promise.resolve(7);
    results.foreignPromise = await instance.initSubscription(1);
    page.answer = undefined;
    results.foreignAkPush = other.AKPush === undefined;
    frame.remove();
  });
}
