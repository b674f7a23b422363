// 10,000 events in one task.

page.steps.push(async () => {
  let heard = 0;
  page.sdk.events.on('flood', () => {
    heard++;
  });
  for (let i = 0; i < 10_000; i++) page.sdk.events.emit('flood', { i });
  page.results.heard = heard;
});
