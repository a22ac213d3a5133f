/** The finite and other forms of an English verb. */
export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

const vowels = 'aeiou';

/**
 * Forms of a regular verb, or of one written with its past and participle ("write/wrote/written"); `double` where
 * the last consonant doubles ("quip").
 */
export function inflect(written: string, double = false): VerbForms {
  const [base = '', past, participle] = written.split('/');
  const last = base.charAt(base.length - 1);
  const consonantY = last === 'y' && !vowels.includes(base.charAt(base.length - 2));
  const hissing = /(?:s|x|z|ch|sh|o)$/.test(base);
  const stem = double ? base + last : base;
  const third = consonantY ? `${base.slice(0, -1)}ies` : base + (hissing ? 'es' : 's');
  let regular = `${stem}ed`;
  if (last === 'e') {
    regular = `${base}d`;
  } else if (consonantY) {
    regular = `${base.slice(0, -1)}ied`;
  }
  const dropsE = last === 'e' && !base.endsWith('ee');
  return {
    base,
    third,
    past: past ?? regular,
    participle: participle ?? past ?? regular,
    ing: `${dropsE ? base.slice(0, -1) : stem}ing`,
  };
}
