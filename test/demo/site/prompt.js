// Stands in for a person at the browser's prompt for notifications, which nothing can answer by script: the prompt is shown for a while, and
// closed; or left open.
Notification.requestPermission = async function requestPermission() {
  const { prompt } = JSON.parse(document.getElementById('settings').textContent);
  await new Promise((resolve) => {
    if (prompt === 'closed') setTimeout(resolve, 400);
  });
  return 'default';
};
