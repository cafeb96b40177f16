// Numbers, dates and instants → whether they are what the format promises.

/** Further from the point than this no digit stands: 40 places, and the two of a percentage. */
const MOST_PLACES = 42;

/** Whether a number is an exact decimal of at most 15 significant digits, none of them very far from the point. */
export function isDecimal(number: number): boolean {
  // Nearly every number there is.
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return true;
  if (!Number.isFinite(number) || Number(number.toPrecision(15)) !== number) return false;
  const [digits = '', exponent = '0'] = number.toExponential().replace('-', '').replace('.', '').split('e');
  const before = Number(exponent) + 1;
  return number === 0 || (before <= MOST_PLACES && digits.length - before <= MOST_PLACES);
}

/** Whether the text, of the form yyyy-mm-dd, is a day of the calendar. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether the text, of the form yyyy-mm-ddThh:mm:ss[.mmm]Z, is an instant. */
export function isInstant(text: string): boolean {
  const [hour = 24, minute = 60, second = 60] = text.slice(11, 19).split(':').map(Number);
  return isDay(text.slice(0, 10)) && hour < 24 && minute < 60 && second < 60;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
