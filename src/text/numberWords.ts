const belowTwenty =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** English numbers of one word, in lower case, from "zero" to "nineteen" and "twenty" to "ninety". */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...belowTwenty.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, i) => [word, 20 + 10 * i] as const),
]);
