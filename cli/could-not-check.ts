/** Why a page could not be checked: nothing that its site has to answer for, as far as is known. */
export class CouldNotCheck extends Error {
  override name = 'CouldNotCheck';
}
