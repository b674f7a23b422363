// Clocks that stand still, go back or throw.

{
  let reading = 0;
  performance.now = () => (reading % 3 ? Number.NaN : --reading);
  Performance.prototype.now = () => {
    throw new Error('trap');
  };
  Object.defineProperty(performance, 'timeOrigin', { get: () => 'yesterday' });
  Date.now = () => 'now';
  window.setTimeout = () => {
    throw new Error('trap');
  };
}
