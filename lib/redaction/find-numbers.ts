/** Digits as phones and cards have them, with what may stand between. What is read first is passed over: UUIDs, dates with their time. */
const candidate =
  /(?<passed>(?<![\da-z])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-z])|(?<!\d)(?:19|20)\d\d(?<first>[-./])(?:0?[1-9]|1[0-2])\k<first>(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:[T ]\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?|(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?<second>[-./])(?:0?[1-9]|1[0-2])\k<second>(?:19|20)\d\d(?!\d)(?:[T ]\d\d?:\d\d(?::\d\d)?)?)|(?<!\d)(?:\+\d(?:[\s()[\]./_|\u2022-]{0,3}\d){9,18}|\d(?:[ ().-]{0,3}\d){9,18})(?!\d)/gi;

/** Whether a number of so many digits is a time: seconds, milliseconds or microseconds since 1970, or a date that is written as one number. */
const isTime = (digits: string): boolean =>
  /^1\d{9}$|^1\d{12}$|^1\d{15}$|^1\d{18}$/.test(digits) ||
  /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{3})?)?$/.test(
    digits,
  );

const isCard = (digits: string): boolean =>
  /^[2-6]\d{15}$|^3\d{14}$/.test(digits) || hasLuhn(digits);

/** The check digit of cards (ISO/IEC 7812). */
const hasLuhn = (digits: string): boolean => {
  if (digits.length < 16) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
};

/** Addresses of the internet's protocol, versions, numbers with a fraction: dots stand between groups as no phone has them. */
const isDotted = (text: string): boolean => {
  if (!/^[\d.]+$/.test(text)) return false;
  const groups = text.split('.');
  if (groups.length === 2) return true;
  if (groups.length === 4 && groups.every((group) => Number(group) <= 255)) return true;
  return groups.slice(1).some((group) => group.length === 1);
};

/** Whether digits are one of several groups in a word: of a hash, a name of a file. Letters alone may stand around, as in `tel79991234567`. */
const isInWord = (before: string, after: string): boolean => {
  const [head = ''] = /[a-z\d]{0,24}$/i.exec(before) ?? [];
  const [tail = ''] = /^[a-z\d]{0,24}/i.exec(after) ?? [];
  return /\d/.test(head) || /\d/.test(tail);
};

/** The number of a project in an id of Firebase, `1:1043…:web:…`, and digits behind the point of a number. */
const isOfOther = (before: string, after: string): boolean =>
  (/(?<!\d)1:$/.test(before) && /^:(?:web|android|ios):/.test(after)) ||
  /(?<![\p{L}\d.])\d{1,15}\.$/u.test(before);

/** The sort of number that digits are; `undefined` for what is no phone and no card. */
export const kindOfNumber = (text: string): 'phone' | 'secret' | undefined => {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 10 || digits.length > 19) return undefined;
  if (/^\d+$/.test(text) && isTime(digits)) return undefined;
  if (digits.length > 15) return isCard(digits) ? 'secret' : undefined;
  if (isDotted(text) || /^0+$/.test(digits)) return undefined;
  return 'phone';
};

/** A phone in a longer row of digits: of ten and more without a break, with a plus in front, or in groups as phones have them. */
const phoneIn =
  /(?<![\d.-])\d{10,15}(?!\d|[.-]\d)|^\+\d(?:\D{0,3}\d){9,14}(?!\d)|^\d{1,3}\D{1,3}\d{3}\D{1,3}\d{3}\D{1,3}\d\d\D{0,3}\d\d(?!\d)/g;

/** A number that was found in a text. */
interface FoundNumber {
  at: number;
  text: string;
  kind: 'phone' | 'secret';
}

const numberAt = (text: string, at: number): FoundNumber[] => {
  const kind = kindOfNumber(text);
  return kind ? [{ at, text, kind }] : [];
};

/** Phones and numbers of cards in a text, with where they begin. */
export const findNumbers = (text: string): FoundNumber[] =>
  [...text.matchAll(candidate)].flatMap((match) => {
    if (match.groups?.passed !== undefined) return [];
    const [found] = match;
    const end = match.index + found.length;
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const after = text.slice(end, end + 24);
    if (isOfOther(before, after) || (/^\d+$/.test(found) && isInWord(before, after))) return [];
    const whole = numberAt(found, match.index);
    return whole.length > 0
      ? whole
      : [...found.matchAll(phoneIn)].flatMap(({ 0: part, index }) =>
          part === found ? [] : numberAt(part, match.index + index),
        );
  });
