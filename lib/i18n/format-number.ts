import { message } from './message';

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the messages' language writes it, with up to so many digits after the point. */
export const formatNumber = (value: number, digits = 0): string => {
  const locale = message('locale');
  const id = `${locale} ${digits}`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    formats.set(id, format);
  }
  return format.format(value);
};
