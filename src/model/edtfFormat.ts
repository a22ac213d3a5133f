import { type EdtfDate, type EdtfQualifier, isInterval, parseEdtf } from './edtf';
import type { Edtf, Language } from './recognition';

const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const seasonsEn = ['spring', 'summer', 'autumn', 'winter'];
const seasonsJa = ['春', '夏', '秋', '冬'];
const halvesEn = ['first half of', 'second half of'];
const halvesJa = ['上半期', '下半期'];

/** A value in words for people: "December 4, 2025", 2025年12月4日; the value itself where it cannot be read. */
export function formatEdtf(text: Edtf, language: Language): string {
  const value = parseEdtf(text);
  if (!value) {
    return text;
  }
  const format = language === 'ja' ? formatJa : formatEn;
  if (!isInterval(value)) {
    return format(value);
  }
  const { from, to } = value;
  if (from && to) {
    return language === 'ja' ? `${formatJa(from)}〜${formatJa(to)}` : `${formatEn(from)} – ${formatEn(to)}`;
  }
  if (language === 'ja') {
    return from ? `${formatJa(from)}から` : `${formatJa(to!)}まで`;
  }
  return from ? `from ${formatEn(from)}` : `until ${formatEn(to!)}`;
}

function formatEn(date: EdtfDate): string {
  return qualifyEn(plainEn(date), date.qualifier);
}

function plainEn({ precision, year, part = 0, day }: EdtfDate): string {
  const yearName = year > 0 ? String(year) : `${1 - year} BC`;
  switch (precision) {
    case 'century':
      return `${ordinal(Math.floor(year / 100) + 1)} century`;
    case 'decade':
      return `${year}s`;
    case 'year':
      return yearName;
    case 'half':
      return `${halvesEn[part - 40]} ${yearName}`;
    case 'season':
      return `${seasonsEn[part - 21]} ${yearName}`;
    case 'quarter':
      return `Q${part - 32} ${yearName}`;
    case 'month':
      return `${monthsEn[part - 1]} ${yearName}`;
    case 'day':
      return `${monthsEn[part - 1]} ${day}, ${yearName}`;
  }
}

function qualifyEn(text: string, qualifier: EdtfQualifier): string {
  const about = qualifier === '~' || qualifier === '%' ? `about ${text}` : text;
  return qualifier === '?' || qualifier === '%' ? `${about} (uncertain)` : about;
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return value + (teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'));
}

function formatJa(date: EdtfDate): string {
  const text = plainJa(date);
  const about = date.qualifier === '~' || date.qualifier === '%' ? `${text}頃` : text;
  return date.qualifier === '?' || date.qualifier === '%' ? `${about}（不確実）` : about;
}

function plainJa({ precision, year, part = 0, day }: EdtfDate): string {
  const yearName = year > 0 ? `${year}年` : `紀元前${1 - year}年`;
  switch (precision) {
    case 'century':
      return `${Math.floor(year / 100) + 1}世紀`;
    case 'decade':
      return `${year}年代`;
    case 'year':
      return yearName;
    case 'half':
      return `${yearName}${halvesJa[part - 40]}`;
    case 'season':
      return `${yearName}${seasonsJa[part - 21]}`;
    case 'quarter':
      return `${yearName}第${part - 32}四半期`;
    case 'month':
      return `${yearName}${part}月`;
    case 'day':
      return `${yearName}${part}月${day}日`;
  }
}
