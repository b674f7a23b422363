/** After these a long name may break. */
const marks = './_?&=-';

const partsOf = (text: string): string[] => {
  const parts = [''];
  for (const letter of text) {
    parts[parts.length - 1] += letter;
    if (marks.includes(letter)) parts.push('');
  }
  return parts;
};

/** A long name, as of a member or an address, that breaks after its dots, slashes and the like before it breaks in a word. */
export const BreakableName = ({ text }: { text: string }) => (
  <>
    {partsOf(text).flatMap((part, index) => (index === 0 ? [part] : [<wbr key={index} />, part]))}
  </>
);
