import type { SignId } from '../../lib/model/sign';
import { signOf } from '../../lib/text/sign';

/** A sign of the chain, the strip or the popup; its word is said to who does not see it, its tooltip has the legend. */
export function Sign({ id }: { id: SignId }) {
  const { mark, name, legend } = signOf(id);
  return (
    <span class={`sign sign-${id}`} data-sign={id} title={legend}>
      <span aria-hidden="true">{mark}</span>
      <span class="visually-hidden">{name}.</span>
    </span>
  );
}
