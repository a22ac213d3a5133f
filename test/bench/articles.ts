/** Makes articles of about 5 KB from sentence patterns, the same for the same number. Text of our own. */

const people = {
  en: 'Ada Lund,Jonas Berg,Mirela Popa,Tom Okafor,Lena Fischer,Rui Tavares,Nadia Haddad,Piotr Zielinski,Grace Mwangi,Omar Siddiqui,Elin Strand,Hugo Marchetti'.split(
    ',',
  ),
  ja: '佐藤健一,鈴木明子,高橋誠,田中由美,渡辺大輔,伊藤真理,山本浩,中村優子,小林翔,加藤恵'.split(','),
};
const surnames =
  'Hale,Novak,Costa,Ibsen,Moreau,Kowal,Duarte,Petrov,Quinn,Reyes,Sato,Tanaka,Ulrich,Vargas,Weiss,Young'.split(',');
const givenNames = 'Alma,Boris,Clara,Dmitri,Emma,Farid,Greta,Hanna,Igor,Julia,Karl,Lucia,Marta,Nils,Olga,Pavel'.split(
  ',',
);
const countries = [
  ['Norway', 'ノルウェー'],
  ['Japan', '日本'],
  ['Kenya', 'ケニア'],
  ['Brazil', 'ブラジル'],
  ['Poland', 'ポーランド'],
  ['Canada', 'カナダ'],
  ['Vietnam', 'ベトナム'],
  ['Portugal', 'ポルトガル'],
] as const;
const bodies = [
  ['the Ministry of Finance', '財務省'],
  ['the European Commission', '欧州委員会'],
  ['the World Bank', '世界銀行'],
  ['the Harbour Authority', '港湾局'],
  ['the Supreme Court', '最高裁'],
] as const;
const topics = [
  ['the budget', '予算'],
  ['the ceasefire', '停戦'],
  ['the new tariff', '新たな関税'],
  ['the ferry merger', 'フェリー会社の合併'],
  ['the flood defences', '治水対策'],
  ['the vaccine programme', 'ワクチン接種'],
  ['the pension reform', '年金改革'],
  ['the border treaty', '国境条約'],
  ['the rail strike', '鉄道のストライキ'],
  ['the nuclear plant', '原発'],
] as const;
const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

type Random = () => number;

function random(seed: number): Random {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const pick = <T>(next: Random, list: readonly T[]): T => list[Math.floor(next() * list.length)]!;

/** The frequent few are in most articles, the many others in a handful each. */
function person(next: Random): string {
  return next() < 0.5
    ? pick(next, people.en)
    : `${pick(next, givenNames)} ${pick(next, surnames)}${pick(next, ['', 'sen', 'ova', 'ez', 'mann', 'ini'])}`;
}

/** Who and what one article is about: few, as in a real one. */
interface Cast {
  readonly people: readonly string[];
  readonly countries: readonly (readonly [string, string])[];
  readonly bodies: readonly (readonly [string, string])[];
  readonly topics: readonly (readonly [string, string])[];
}

function english(next: Random, cast: Cast): string {
  const who = pick(next, cast.people);
  const other = pick(next, cast.people);
  const [country] = pick(next, cast.countries);
  const [body] = pick(next, cast.bodies);
  const [topic] = pick(next, cast.topics);
  const day = 1 + Math.floor(next() * 28);
  const month = pick(next, months);
  const amount = Math.floor(next() * 900) + 10;
  return pick(next, [
    `${who} said on ${month} ${day} that ${topic} must not be delayed again, whatever the price of the first stage turned out to be when the final bills came in.`,
    `"We will not accept ${topic} in this form," ${who} told reporters in ${country}, after a night in which hardly anybody in the building had slept at all.`,
    `${body[0]!.toUpperCase()}${body.slice(1)} warned that ${topic} would cost ${amount} million a year, a sum that few had expected when the first drafts went round.`,
    `Work went on through the whole of the season, and the weather held for most of it, while the small shops along the river kept their doors open late.`,
    `${country} and its neighbours signed a paper on ${topic}, according to ${body}, though the annex with the maps was still being checked line by line.`,
    `${other}, who led the talks last year, denied that ${who} had rejected ${topic}, and pointed to the minutes that both of them had signed at the time.`,
    `Few in the crowd of ${amount} people knew what the plan would change for them, and those who had read it to the end were not sure about it either.`,
    `The committee should publish its figures on ${topic} before the summer, ${other} argued in a letter that was handed to the members before the vote.`,
    `Most of the old houses stand empty now; the school was closed, the bus comes twice a day, and the only baker in the street has moved to the coast.`,
  ]);
}

function japanese(next: Random, cast: Cast): string {
  const who = pick(next, cast.people);
  const [, country] = pick(next, cast.countries);
  const [, body] = pick(next, cast.bodies);
  const [, topic] = pick(next, cast.topics);
  const day = 1 + Math.floor(next() * 28);
  const month = 1 + Math.floor(next() * 12);
  const amount = Math.floor(next() * 900) + 10;
  return pick(next, [
    `${who}氏は${month}月${day}日、${topic}をこれ以上遅らせるべきではないと述べ、最初の段階の費用がいくらになっても進める考えを示した。`,
    `「この形の${topic}は受け入れられない」と${who}氏は${country}で記者団に語り、夜を徹した話し合いの疲れをにじませた。`,
    `${body}は${topic}に年間${amount}億円かかると警告し、当初の見積もりを大きく上回る可能性を指摘した。`,
    `川沿いの小さな店は夜遅くまで明かりをともし、天候にも恵まれて作業は季節の終わりまで途切れることなく続いた。`,
    `${country}政府は${topic}について${body}と合意したと発表したが、付属の地図はまだ一行ずつ確かめている段階だ。`,
    `集まった${amount}人のうち計画の中身を最後まで読んだ人は少なく、読んだ人も自分の暮らしがどう変わるのか測りかねていた。`,
  ]);
}

/** Article number `n`; a fifth of them are Japanese. `length` counts UTF-16 code units. */
export function makeArticle(n: number, length = 5000): string {
  const next = random(n + 1);
  const isJapanese = n % 5 === 4;
  const some = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const cast: Cast = {
    people: some(5, () => (isJapanese ? pick(next, people.ja) : person(next))),
    countries: some(2, () => pick(next, countries)),
    bodies: some(2, () => pick(next, bodies)),
    topics: some(2, () => pick(next, topics)),
  };
  const sentence = (): string => (isJapanese ? japanese : english)(next, cast);
  const year = 2015 + Math.floor(next() * 10);
  const published = isJapanese
    ? `${year}年${1 + Math.floor(next() * 12)}月${1 + Math.floor(next() * 28)}日`
    : `${pick(next, months)} ${1 + Math.floor(next() * 28)}, ${year}`;
  const parts = [`${sentence().replace(/[.。]$/, '')}\n\n${published}\n\n`];
  const wanted = isJapanese ? length / 2 : length;
  for (let size = parts[0]!.length, i = 1; size < wanted; i++) {
    const text = sentence() + (i % 5 === 0 ? '\n\n' : isJapanese ? '' : ' ');
    parts.push(text);
    size += text.length;
  }
  return `${parts.join('')}\n`;
}
