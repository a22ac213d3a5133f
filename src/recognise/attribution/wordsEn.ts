import type { ClaimKind } from '../../model/recognition';
import { inflect } from './inflectEn';
import { feelingNouns, reportNouns, speakers } from './nounsEn';
import { opinionWordsEn, Voice } from './opinionWordsEn';
import { needComplement, type VerbClass, verbGroups } from './reportingVerbsEn';
import { firmStances, openStances } from './stanceWordsEn';
import { needsParticle, particlesAfter } from './verbParticlesEn';
import { type WordEntry, WordTable, withCapitals } from './wordTable';

/** What an English word does in a sentence, as far as attribution cares; several may hold. */
export const Role = {
  determiner: 1,
  preposition: 1 << 1,
  conjunction: 1 << 2,
  be: 1 << 3,
  have: 1 << 4,
  auxiliary: 1 << 5,
  negation: 1 << 6,
  adverb: 1 << 7,
  /** he, she */
  person: 1 << 8,
  /** it, they, who, I, we, you and nouns that stand for them */
  pronoun: 1 << 9,
  relative: 1 << 10,
  subordinator: 1 << 11,
  that: 1 << 12,
  to: 1 << 13,
  by: 1 << 14,
  possessive: 1 << 15,
  verb: 1 << 16,
  /** No verb, but may be a cue: "according", "reportedly", "claim". */
  cue: 1 << 30,
} as const;

const functionWords: readonly (readonly [number, string])[] = [
  [
    Role.determiner,
    'the a an this these those some any no each every both many several most few all another other two three',
  ],
  [Role.determiner | Role.possessive, 'his her its their our my your'],
  [
    Role.preposition,
    'of for at in from with on near inside within behind under against about over into through during between among ' +
      'without including like across around toward towards upon outside per despite amid along',
  ],
  [Role.preposition | Role.by, 'by'],
  [Role.preposition | Role.to, 'to'],
  [Role.conjunction, 'and but or nor yet so'],
  [Role.be | Role.auxiliary, 'is are was were be been being am'],
  [Role.have | Role.auxiliary, 'has have had having'],
  [
    Role.auxiliary,
    'do does did will would can could may might must should shall ought won isn wasn aren weren hasn haven hadn doesn didn don wouldn couldn shouldn',
  ],
  [Role.negation | Role.adverb, 'not never t'],
  [
    Role.adverb,
    'also then later now just already still again once even only simply often always repeatedly previously recently ' +
      'further too instead initially reportedly publicly privately explicitly openly clearly directly flatly rightly ' +
      'first famously consistently falsely wrongly earlier since long ever here there today yesterday nevertheless ' +
      'however therefore thus meanwhile subsequently immediately quickly strongly sharply largely mostly merely ' +
      'strenuously vehemently vigorously bluntly firmly essentially largely originally frequently sometimes rather ' +
      're ve ll d m s Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  ],
  [Role.person | Role.pronoun, 'he she'],
  [Role.pronoun, 'it they we I you one everyone everybody someone somebody nobody anyone others neither either'],
  [Role.relative | Role.pronoun, 'who which'],
  [Role.that | Role.relative, 'that'],
  [
    Role.subordinator,
    'while when if because although though as after before since until unless whether whereas where once how why what',
  ],
];

/** Somebody said so, nobody says who. */
const cueAdverbs = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly']);

/** Form of a reporting verb, in bits 28 and up of its number. */
export const Form = { base: 1, third: 2, past: 3, participle: 4, ing: 5 } as const;

export interface ReportingVerb {
  readonly base: string;
  readonly class: VerbClass;
  readonly kind: ClaimKind;
  readonly nounish: boolean;
  readonly weak: boolean;
  /** Words right after it that make it a report. */
  readonly particles: ReadonlySet<string> | undefined;
  /** Whether without one of them it reports nothing but a quotation. */
  readonly bare: boolean;
}

const verbs: ReportingVerb[] = [];
const verbShift = 17;
const formShift = 27;

function addVerbs(entries: Map<string, number>): void {
  for (const group of verbGroups) {
    for (const written of group.verbs.split(' ')) {
      const nounish = written.includes('*');
      const forms = inflect(written.replace(/[+*]/g, ''), written.includes('+'));
      if (verbs.some((verb) => verb.base === forms.base)) {
        continue;
      }
      const weak = needComplement.has(forms.base);
      const particles = particlesAfter(forms.base);
      const { class: verbClass, kind } = group;
      const bare = needsParticle(forms.base);
      const index = verbs.push({ base: forms.base, class: verbClass, kind, nounish, weak, particles, bare }) - 1;
      const put = (word: string, form: number): void => {
        entries.set(word, (entries.get(word) ?? 0) | Role.verb | (index << verbShift) | (form << formShift));
      };
      // "read", "put", "forecast": as often the past.
      put(forms.base, forms.past === forms.base ? Form.past : Form.base);
      if (forms.third !== forms.base) {
        put(forms.third, Form.third);
      }
      for (const [word, form] of [
        [forms.past, Form.past],
        [forms.participle, Form.participle],
        [forms.ing, Form.ing],
      ] as const) {
        if (!entries.has(word)) {
          put(word, form);
        }
      }
    }
  }
}

/** British forms with a doubled consonant. */
const doubled = [
  ['signalled', 'signaled'],
  ['signalling', 'signaling'],
  ['labelled', 'labeled'],
  ['labelling', 'labeling'],
] as const;

/** What kind of cue a word is that is no verb; of a word that is a verb too, the noun is meant. */
export const Cue = { source: 1, hearsay: 2, reportNoun: 3, feelingNoun: 4, firmStance: 5, openStance: 6 } as const;

function addCues(codes: Map<string, number>, cue: number, words: Iterable<string>): void {
  for (const word of words) {
    const code = codes.get(word) ?? 0;
    if ((code & Role.cue) === 0) {
      codes.set(word, code | Role.cue | (code & Role.verb ? 0 : cue << verbShift));
    }
  }
}

/** The {@link Cue} of a code; 0 of a verb's. */
export function cueOf(code: number): number {
  return code & Role.verb ? 0 : (code >>> verbShift) & 7;
}

let table: WordTable | undefined;

/** English as far as claims care: what a word does in a sentence, and in whose voice; made on first use. */
export function wordsEn(): WordTable {
  if (!table) {
    const codes = new Map<string, number>();
    for (const [role, words] of functionWords) {
      for (const word of words.split(' ')) {
        codes.set(word, (codes.get(word) ?? 0) | role);
      }
    }
    addVerbs(codes);
    for (const [british, american] of doubled) {
      codes.set(british, codes.get(american) ?? 0);
    }
    addCues(codes, Cue.source, ['according']);
    addCues(codes, Cue.hearsay, cueAdverbs);
    addCues(codes, Cue.reportNoun, reportNouns);
    addCues(codes, Cue.feelingNoun, feelingNouns);
    addCues(codes, Cue.firmStance, firmStances);
    addCues(codes, Cue.openStance, openStances);
    const voices = opinionWordsEn();
    for (const word of speakers) {
      voices.set(word, (voices.get(word) ?? 0) | Voice.role);
    }
    const entries = new Map<string, WordEntry>();
    for (const word of [...codes.keys(), ...voices.keys()]) {
      entries.set(word, { code: codes.get(word) ?? 0, voice: voices.get(word) ?? 0 });
    }
    table = new WordTable(withCapitals(entries));
  }
  return table;
}

/** The reporting verb that a code names. */
export function verbOf(code: number): ReportingVerb {
  return verbs[(code >>> verbShift) & 0x3ff]!;
}

/** Which form of the verb it is, one of {@link Form}. */
export function formOf(code: number): number {
  return (code >>> formShift) & 7;
}
