import type { Encoded } from '../model/encoded-value';

/** A call's argument under the name that the SDK's documentation gives it. */
export interface NamedArgument {
  name: string;
  value: Encoded;
}

const names: Record<string, readonly string[]> = {
  constructor: ['config'],
  initSubscription: ['match', 'update', 'customData'],
  updateSubscription: ['match', 'update', 'customData'],
  suspendSubscription: ['match', 'update', 'customData'],
  removeToken: ['prefix'],
};

/** A method's arguments by name. Those that the SDK does not take are numbered. */
export const nameArguments = (method: string, args: readonly Encoded[]): NamedArgument[] =>
  args.map((value, index) => {
    // The third argument is `inexclusive` when it is a boolean, else custom data.
    const isInexclusive =
      method === 'updateSubscription' && index === 2 && typeof value === 'boolean';
    const name = isInexclusive ? 'inexclusive' : names[method]?.[index];
    return { name: name ?? `arguments[${index}]`, value };
  });
