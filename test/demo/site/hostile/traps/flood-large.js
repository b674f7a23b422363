// 400 events of 100,000 characters each.

page.steps.push(async () => {
  const text = 'x'.repeat(9_000);
  for (let i = 0; i < 400; i++) page.sdk.events.emit('large', new Array(12).fill(text));
});
