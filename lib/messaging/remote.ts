/** Another place's functions as they can be called from here. A call rejects with the error of who answers, which keeps its name, or with why nobody did. */
export type Remote<Requests extends object> = {
  [K in keyof Requests]: Requests[K] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** Who answers them; what takes time answers later. `Asker`: what is told of who asks, before what was asked. */
export type Answers<Requests extends object, Asker extends unknown[] = []> = {
  [K in keyof Requests]: Requests[K] extends (...args: infer Args) => infer Result
    ? (...args: [...Asker, ...Args]) => Result | Promise<Result>
    : never;
};

/** Makes functions of a way to call by name. */
export const remoteBy = <Requests extends object>(
  call: (name: keyof Requests & string, args: unknown[]) => Promise<unknown>,
): Remote<Requests> =>
  new Proxy({} as Remote<Requests>, {
    get: (_, name) =>
      // No promise: it can be the result of one.
      typeof name === 'string' && name !== 'then'
        ? (...args: unknown[]) => call(name as keyof Requests & string, args)
        : undefined,
  });
