import type { Driver } from '../driver';

/** Does something while another tab is in front of the page: a worker gives a push to a page that is seen, and shows nothing. */
export const inBackground = async <Value>(
  { send, userContext }: Pick<Driver, 'send' | 'userContext'>,
  act: () => Promise<Value>,
): Promise<Value> => {
  const { context } = await send<{ context: string }>('browsingContext.create', {
    type: 'tab',
    background: false,
    ...(userContext !== undefined && { userContext }),
  });
  try {
    return await act();
  } finally {
    await send('browsingContext.close', { context }).catch(() => {});
  }
};
