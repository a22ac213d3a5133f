import {
  type Claim,
  type Correction,
  claimStatuses,
  directnesses,
  linkRelations,
  stances,
} from '../../src/model/claim';
import { claimKinds } from '../../src/model/recognition';
import type { Random } from './random';

/** Pieces that have broken some YAML reader or writer. */
const pieces = [
  'said',
  'the minister',
  '大臣は述べた',
  '「はい」',
  'é',
  'e\u0301',
  '😀',
  '👨‍👩‍👧',
  '葛\u{e0100}',
  '\n',
  '\r\n',
  '\t',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u0000',
  '\u0007',
  '\u007f',
  '\ud800',
  '\udc00',
  '\uffff',
  ': ',
  ' #',
  '#',
  '- ',
  '? ',
  '"',
  "'",
  '\\',
  '\\n',
  '&a',
  '*a',
  '!tag',
  '{',
  '}',
  '[',
  ']',
  '%',
  '@',
  '`',
  '|',
  '>',
  '<<<<<<< ours',
  '=======',
  '>>>>>>> theirs',
  '---',
  '...',
  'no',
  '1e3',
  '2024-01-02',
  '012',
  '~',
  '1:30',
  'null',
  'true',
  '0x1F',
  '.inf',
  '  ',
  '\u00a0',
  '\u3000',
  '__proto__',
  'constructor',
]; // every one of these stands for a reader that took it for something else

export function randomText(random: Random, most = 4): string {
  let text = random.chance(0.8) ? 'a' : '';
  for (let i = random.below(most + 1); i > 0; i--) {
    text += random.pick(pieces) + (random.chance(0.3) ? ' ' : '');
  }
  return text;
}

/** A quote: any text that is not blank. */
function randomQuote(random: Random): string {
  const text = randomText(random);
  return text.trim() === '' ? `q${text}` : text;
}

const dates = ['2024', '2024-05', '2024-05-06', '2024-05-06/2024-05-08', '2024-21', '../2024', '2024?'];
const actors = ['anna-lind', 'nato', 'fr', 'jp', '__proto__', 'constructor'];

function maybe<T>(random: Random, key: string, value: () => T): Record<string, T> {
  return random.chance(0.4) ? { [key]: value() } : {};
}

const text = (random: Random) => () => randomText(random);

export function randomClaim(random: Random, id: string): Claim {
  return {
    id,
    selector: {
      exact: randomQuote(random),
      prefix: randomText(random, 1),
      suffix: randomText(random, 1),
      ...maybe(random, 'hint', () => random.below(100000)),
    },
    source: random.pick([...actors, 'author', null]),
    ...maybe(random, 'role', text(random)),
    ...maybe(random, 'statement', text(random)),
    kind: random.pick(claimKinds),
    directness: random.pick(directnesses),
    ...maybe(random, 'cue', text(random)),
    ...maybe(random, 'addressee', () => random.pick(actors)),
    concepts: random.some(['tariffs', 'peace', 'no', '税'], 0.3),
    ...maybe(random, 'stance', () => random.pick(stances)),
    ...maybe(random, 'date', () => random.pick(dates)),
    status: random.pick(claimStatuses),
    ...maybe(random, 'verdict', () => ({
      rating: randomText(random, 1),
      ...maybe(random, 'summary', text(random)),
      ...maybe(random, 'date', () => random.pick(dates)),
      evidence: random.some(['https://a.example/1', 'https://b.example/2'], 0.5).map((url) => ({
        url,
        ...maybe(random, 'title', text(random)),
      })),
    })),
    ...maybe(random, 'note', text(random)),
    tags: random.some(['check', 'later', '1e3', 'true'], 0.3),
    actors: random.some(actors, 0.2),
    links: random.some(['cx1', 'cx2', 'cx3'], 0.2).map((claim) => ({
      relation: random.pick(linkRelations),
      article: random.pick(['', 'other.txt', '../日本.md']),
      claim,
      quote: randomText(random, 1),
    })),
    author: random.pick(['Ann', 'Bo']),
    created: '2024-05-06T07:08:09Z',
  } as Claim;
}

/** A claim with few fields, for tests that write many files. */
export function smallClaim(random: Random, id: string): Claim {
  const { selector, source, kind, directness, status, author, tags, note } = randomClaim(random, id);
  const rest = {
    concepts: [],
    actors: [],
    links: [],
    ...(note === undefined ? {} : { note }),
    ...(author === undefined ? {} : { author }),
  };
  return { id, selector, source, kind, directness, status, tags, ...rest };
}

export function randomCorrection(random: Random, id: string): Correction {
  const base = { id, selector: { exact: randomQuote(random), prefix: '', suffix: '' }, author: 'Ann', created: '2024' };
  const [reject, set] = ['reject', 'set'] as const;
  switch (random.below(4)) {
    case 0:
      return { ...base, about: 'actor', decision: reject };
    case 1:
      return { ...base, about: 'date', decision: reject };
    case 2:
      return { ...base, about: 'actor', decision: set, actor: random.pick(actors), kind: 'person' };
    default:
      return { ...base, about: 'date', decision: set, value: random.pick([...dates, null]) };
  }
}

/** The claim with one to three of its fields as another one has them. */
export function randomEdit(random: Random, claim: Claim): Claim {
  const other = randomClaim(random, claim.id);
  const fields = [
    'role',
    'statement',
    'kind',
    'source',
    'cue',
    'concepts',
    'stance',
    'date',
    'status',
    'verdict',
    'note',
    'tags',
    'actors',
    'links',
  ] as const;
  const changed: Record<string, unknown> = { ...claim };
  for (let i = 1 + random.below(3); i > 0; i--) {
    const field = random.pick(fields);
    if (other[field] === undefined) {
      delete changed[field];
    } else {
      changed[field] = other[field];
    }
  }
  return changed as unknown as Claim;
}

/** What other people and programs do to a YAML file without changing what it says to us. */
export function roughen(random: Random, sidecar: string): string {
  const lines = sidecar.split('\n');
  for (let i = random.below(5); i > 0; i--) {
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    const indent = /^ */.exec(line)?.[0] ?? '';
    switch (random.below(5)) {
      case 0:
        lines.splice(at, 0, `${indent}# §note ${random.below(1000)}`);
        break;
      case 1:
        if (/"$/.test(line) && /: "[ -~]*"$/.test(line)) {
          lines[at] = `${line} # §said ${random.below(1000)}`;
        }
        break;
      case 2:
        lines.splice(at, 0, '');
        break;
      case 3:
        if (/^ {4}status:/.test(line)) {
          lines.splice(at, 0, `    x-${random.below(1000)}:`, '      - 0x1F', '      - { a: [1, ~] } # §keep');
        }
        break;
      default:
        lines[at] = line.replace(/^( *(?:[a-z-]+:|-) )"([a-z-]+)"$/, "$1'$2'");
    }
  }
  return lines.join('\n');
}
