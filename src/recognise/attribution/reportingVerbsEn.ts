import type { ClaimKind } from '../../model/recognition';

/**
 * How much a verb needs before it counts as a report: `speech` any subject; `act` somebody who can act; `mental`
 * the same, and it is no speech; `evidence` a report, poll or document as subject.
 */
export type VerbClass = 'speech' | 'act' | 'mental' | 'evidence';

export interface VerbGroup {
  readonly class: VerbClass;
  readonly kind: ClaimKind;
  /**
   * Base forms; irregular ones with past and participle after slashes; `+` doubles the last consonant; `*` marks
   * verbs whose forms are as often nouns.
   */
  readonly verbs: string;
}

export const verbGroups: readonly VerbGroup[] = [
  {
    class: 'speech',
    kind: 'statement',
    verbs:
      'say/said tell/told state* declare announce add note* explain report* reveal disclose claim* proclaim mention ' +
      'remark* comment* reply respond answer* write/wrote/written tweet* retweet post* testify recall recount describe ' +
      'assert allege affirm reiterate repeat inform brief* confide joke* quip+ shout* whisper* exclaim mutter ' +
      'emphasize emphasise stress* underscore underline highlight* acknowledge admit+ concede confirm clarify read/read ' +
      'confess boast* brag+ quote* cite explain observe opine pronounce specify elaborate conclude inquire ask ' +
      'caution* warn remind assure signal* hint* imply insinuate speak/spoke/spoken talk* chant* yell scream* tout ' +
      'echo* interject counter* continue rule* laugh* sigh* deadpan+',
  },
  {
    class: 'speech',
    kind: 'position',
    verbs: 'argue insist contend maintain reason* suggest advocate assert',
  },
  {
    class: 'speech',
    kind: 'prediction',
    verbs: 'predict forecast/forecast* foresee/foresaw/foreseen project* estimate* anticipate prophesy',
  },
  {
    class: 'act',
    kind: 'demand',
    verbs:
      'demand* urge* call* appeal* request* order* instruct implore plead beg+ propose recommend press* pressure* push* ' +
      'encourage advise exhort challenge* invite lobby* petition* require',
  },
  {
    class: 'act',
    kind: 'denial',
    verbs:
      'deny reject* refuse* dismiss rebuff refute dispute* rebut+ disavow decline* disagree disown ' +
      'repudiate contradict veto*',
  },
  {
    class: 'act',
    kind: 'judgement',
    verbs:
      'criticize criticise condemn blame* accuse praise* hail applaud commend welcome* blast* slam+* attack* mock ' +
      'denounce deride decry lambaste lament* complain assail rip+* chide rebuke* ridicule* belittle scold deplore fault* ' +
      'compliment* thank congratulate apologize apologise castigate excoriate rail compare label* brand* dub+ deem ' +
      'characterize characterise portray liken vilify',
  },
  {
    class: 'act',
    kind: 'position',
    verbs:
      'agree support* back* endorse favor* favour* pledge* promise* vow* swear/swore/sworn threaten offer* defend ' +
      'question* warn object* protest* accept side* concur embrace* pan+ oppose commit+ stand/stood guarantee* ' +
      'intend plan* weigh* lay/laid invoke dodge tease* raise* concern*',
  },
  {
    class: 'act',
    kind: 'statement',
    verbs: 'refer* point* outline* address* present* introduce unveil detail*',
  },
  {
    class: 'mental',
    kind: 'position',
    verbs:
      'believe think/thought* hope* want* fear* feel/felt* consider doubt* worry* prefer+ wish* suspect* regard* ' +
      'view* wonder* understand/understood assume imagine realize realise recognize recognise know/knew/known decide ' +
      'desire* resolve* trust* care love* like* hate* dislike* enjoy appreciate see/saw/seen ' +
      'resent guess* calculate hesitate',
  },
  { class: 'mental', kind: 'prediction', verbs: 'expect' },
  {
    class: 'evidence',
    kind: 'statement',
    verbs: 'show* suggest indicate find/found reveal demonstrate document* detail* list* point* put/put',
  },
];

/** Of the verbs above, those that are a report only before "that", a clause, an infinitive or a quotation. */
export const needComplement = new Set(
  (
    'add read continue observe understand see know find show suggest indicate put recognize recognise realize realise ' +
    'consider feel regard view like love care assume resolve trust aim press push challenge attack answer ' +
    'counter address lay present introduce raise stand side weigh point reason maintain project signal list document ' +
    'detail describe present decline continue repeat echo highlight specify quote cite post brief speak talk call hint ' +
    'order offer plan back point guarantee outline label brand concern commit refer imagine hesitate decide enjoy ' +
    'calculate guess desire like reveal demonstrate recall report accept agree hate dislike rip read ' +
    'require invite encourage dismiss concede rule laugh sigh write'
  ).split(' '),
);
