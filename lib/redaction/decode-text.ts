import { type Reading, readPieces } from './reading';

/** Names of HTML's characters of Latin-1, from U+00A0 on. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
/** Those of ASCII, by their characters: a secret is written with them. */
const marks =
  'amp& lt< gt> quot" apos\' commat@ period. plus+ lowbar_ UnderBar_ hyphen- dash- colon: semi; sol/ bsol\\ num# equals= quest? excl! percnt% dollar$ ast* comma, lpar( rpar) lsqb[ lbrack[ rsqb] rbrack] lcub{ lbrace{ rcub} rbrace} verbar| vert| grave` Hat^ Tab\t NewLine\n ndash- mdash- minus- ensp emsp thinsp zwnj zwj';

const entities = new Map<string, string>([
  ...latin.map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...marks
    .split(' ')
    .map((mark) =>
      /[a-z]$/i.test(mark)
        ? ([mark, ' '] as const)
        : ([mark.slice(0, -1), mark.slice(-1)] as const),
    ),
]);

const bytesOf = (hex: string): number[] =>
  (hex.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes the character takes that begins with this byte in UTF-8. */
const widthOf = (byte: number): number => (byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);

/** Percent-encoded bytes as characters, each with the length that it had. Bytes that are no UTF-8 are Latin-1. */
const decodePercents = (piece: string): [string, number][] => {
  const bytes = Uint8Array.from(bytesOf(piece));
  const made: [string, number][] = [];
  for (let at = 0; at < bytes.length; ) {
    const width = widthOf(bytes[at] as number);
    try {
      const character = strict.decode(bytes.subarray(at, at + width));
      made.push([character, 3 * Math.min(width, bytes.length - at)]);
      at += width;
    } catch {
      made.push([String.fromCharCode(bytes[at] as number), 3]);
      at += 1;
    }
  }
  return made;
};

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd';

const blanks: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

const decodePiece = (piece: string): string | [string, number][] | undefined => {
  if (piece[0] === '%') return decodePercents(piece);
  if (piece[0] === '&') {
    const name = piece.slice(1).replace(/;$/, '');
    if (name[0] !== '#') return entities.get(name);
    const isHex = /^#x/i.test(name);
    return characterOf(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  }
  const code = piece.replace(/^\\+/, '');
  if (code.length === 1) return blanks[code] ?? code;
  if (/^[0-7]{3}$/.test(code)) return characterOf(Number.parseInt(code, 8));
  return characterOf(Number.parseInt(code.replace(/[^0-9a-f]/gi, ''), 16));
};

const hasPieces = /[%&\\]/;
const pieces =
  /(?:%[0-9a-f]{2}){1,4000}|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,11});?|\\{1,8}(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[0-3][0-7]{2}|[nrtbf"'/])/gi;

/** What a text says that is percent-encoded, has entities of HTML or escapes of JSON and JavaScript; `undefined` when it has none. */
export const decodeText = (text: string): Reading | undefined =>
  hasPieces.test(text) ? readPieces(text, pieces, decodePiece) : undefined;

/** Characters beyond ASCII, and those that a mark is put on. */
const foreign = /[^\0-\x7f]\p{M}*|[\0-\x7f]\p{M}+/gu;
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

const isAscii = /^[\0-\x7f]*$/;

const plainCharacters = (text: string): string =>
  isAscii.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(invisible, '')
        .replace(/\p{Zs}/gu, ' ')
        .replace(/[\p{Pd}\u2212]/gu, '-')
        .replace(/[\u2018\u2019\u02bc\u2032\u00b4]/g, "'")
        .replace(/[\u2024\u3002\u00b7\u2219\u22c5]/g, '.')
        .replace(/\u2215|\u2044/g, '/');

/** A text with the plain one of characters that look alike: full width and composed letters, kinds of spaces and dashes; `undefined` for one that is plain. */
export const plainText = (text: string): Reading | undefined =>
  plainCharacters(text) === text ? undefined : readPieces(text, foreign, plainCharacters);

/** Bytes as text; of those that are none what can be read in them, as in a file that is no text. */
const textOfBytes = (bytes: Uint8Array): string => {
  try {
    return strict.decode(bytes).replaceAll('\0', '');
  } catch {
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte))
      .join('')
      .replaceAll('\0', '');
    return (binary.match(/[\x20-\x7e]{6,}/g) ?? []).join('\n');
  }
};

/** What base64, base64url or hexadecimal text says; empty when that is nothing. */
export const decodeWord = (whole: string): string[] => {
  const read: string[] = [];
  const word = whole.replace(/^0x/i, '');
  const isHex = word.length % 2 === 0 && word.length >= 12 && /^[0-9a-f]+$/i.test(word);
  if (isHex) read.push(textOfBytes(Uint8Array.from(bytesOf(word))));
  const plain = word
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/(?<!=)=+$/, '');
  const even = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  try {
    read.push(textOfBytes(Uint8Array.from(atob(even), (character) => character.charCodeAt(0))));
  } catch {
    // No base64.
  }
  return read.filter((text) => text.length >= 6);
};
