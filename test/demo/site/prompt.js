// Stands in for a person at the browser's prompt for notifications, which nothing can answer by script: the prompt is shown for a while, and
// closed.
Notification.requestPermission = async function requestPermission() {
  await new Promise((resolve) => setTimeout(resolve, 400));
  return 'default';
};
