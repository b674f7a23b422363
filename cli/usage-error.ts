/** The command was called as it cannot be. */
export class UsageError extends Error {
  override name = 'UsageError';
}
