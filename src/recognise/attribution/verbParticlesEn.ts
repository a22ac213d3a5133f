/**
 * Small words that turn a verb into a report of its own, by its base form: "spoke of", "ruled out", "hit back",
 * "thinks not". Right after the verb, or after one adverb.
 */
const frames: Readonly<Record<string, string>> = {
  speak: 'of about out against',
  talk: 'of about up down',
  think: 'so not otherwise of',
  hope: 'so not',
  say: 'so',
  hint: 'at about',
  point: 'out to',
  refer: 'to',
  comment: 'on about',
  insist: 'on',
  rail: 'against at',
  rant: 'about against at',
  moan: 'about',
  lash: 'out',
  tear: 'into',
  hit: 'back out',
  fire: 'back',
  push: 'back for',
  press: 'for',
  chime: 'in',
  weigh: 'in',
  rule: 'out',
  brush: 'off aside away',
  shrug: 'off',
  laugh: 'off',
  wave: 'off away aside',
  play: 'down up',
  spell: 'out',
  lay: 'out',
  sum: 'up',
  single: 'out',
  shy: 'away',
  call: 'for on upon out',
  campaign: 'for against',
  dream: 'of',
  stand: 'by',
  side: 'with',
  agree: 'with on about',
  vouch: 'for',
  dare: 'to',
  put: 'it',
  vent: 'about at',
  preach: 'about',
  brief: 'against',
  bet: 'that on',
};

const particlesOf = new Map(Object.entries(frames).map(([verb, words]) => [verb, new Set(words.split(' '))]));

/** Verbs that are a report with such a word or a quotation, and with nothing else that may follow. */
const onlySo = new Set('lash hit fire chime brush shrug wave play spell sum single shy tear'.split(' '));

/** Whether the verb is a report only with such a word: "lash out". */
export function needsParticle(base: string): boolean {
  return onlySo.has(base);
}

/** The words that make a verb a report when one of them follows it. */
export function particlesAfter(base: string): ReadonlySet<string> | undefined {
  return particlesOf.get(base);
}
