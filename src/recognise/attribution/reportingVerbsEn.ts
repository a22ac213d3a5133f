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
      'echo* interject counter* continue rule* laugh* sigh* deadpan+ reckon attest divulge gripe* grouse* fume grumble* ' +
      'demur+ enthuse gush muse retort* rejoin snap+* growl* bark* bellow shrug+* nod+ scoff* sneer* sniff* ' +
      'snort* thunder* crow* marvel* fret+ rant* moan* whine* vent* preach chime exult recite relate relay summarize ' +
      'summarise surmise theorize speculate volunteer* allude boast leak* vouch stipulate posit sob+ chuckle roar* ' +
      'allow charge* fire* hit+/hit* lash* sum+* brush* wave*',
  },
  {
    class: 'speech',
    kind: 'position',
    verbs: 'argue insist contend maintain reason* suggest advocate assert hold/held* submit+ figure* venture*',
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
      'encourage advise exhort challenge* invite lobby* petition* require entreat beseech prod+ nudge* clamor* clamour* ' +
      'campaign* agitate dare*',
  },
  {
    class: 'act',
    kind: 'denial',
    verbs:
      'deny reject* refuse* dismiss rebuff refute dispute* rebut+ disavow decline* disagree disown ' +
      'repudiate contradict veto* balk* renounce retract recant backtrack downplay deflect sidestep+ duck* evade resist',
  },
  {
    class: 'act',
    kind: 'judgement',
    verbs:
      'criticize criticise condemn blame* accuse praise* hail applaud commend welcome* blast* slam+* attack* mock ' +
      'denounce deride decry lambaste lament* complain assail rip+* chide rebuke* ridicule* belittle scold deplore fault* ' +
      'compliment* thank congratulate apologize apologise castigate excoriate rail compare label* brand* dub+ deem ' +
      'characterize characterise portray liken vilify attribute ascribe bemoan pillory skewer savage* laud extol+ salute* admonish reprimand* ' +
      'censure* upbraid berate reproach* demonize smear* malign insult* disparage taunt* flay chastise impugn ' +
      'trash* bash* scorn* equate credit* tear/tore/torn bristle rate* cheer* regret+* rue',
  },
  {
    class: 'act',
    kind: 'position',
    verbs:
      'agree support* back* endorse favor* favour* pledge* promise* vow* swear/swore/sworn threaten offer* defend ' +
      'question* warn object* protest* accept side* concur+ embrace* pan+ oppose commit+ stand/stood guarantee* ' +
      'intend plan+* weigh* lay/laid invoke dodge tease* raise* concern* float* champion* espouse disapprove sympathize ' +
      'sympathise dissent* quibble* bet+/bet* wager* aim* spell* play* single* shy*',
  },
  {
    class: 'act',
    kind: 'statement',
    verbs: 'refer+* point* outline* address* present* introduce unveil detail*',
  },
  {
    class: 'mental',
    kind: 'position',
    verbs:
      'believe think/thought hope* want* fear* feel/felt* consider doubt* worry* prefer+ wish* suspect* regard* ' +
      'view* wonder* understand/understood assume imagine realize realise recognize recognise know/knew/known decide ' +
      'desire* resolve* trust* care love* like* hate* dislike* enjoy appreciate see/saw/seen ' +
      'resent guess* calculate hesitate dread* aspire yearn envision envisage contemplate mull ponder presume suppose ' +
      'dream* agonize admire detest loathe despise learn discover notice* remember forget+/forgot/forgotten determine',
  },
  { class: 'mental', kind: 'prediction', verbs: 'expect' },
  {
    class: 'evidence',
    kind: 'statement',
    verbs:
      'show* suggest indicate find/found reveal demonstrate document* detail* list* point* put+/put illustrate peg+* conclude',
  },
];

/** Of the verbs above, those that are a report only before "that", a clause, an infinitive or a quotation. */
export const needComplement = new Set(
  (
    'add read continue observe understand see know find show suggest indicate put recognize recognise realize realise ' +
    'consider feel regard view like love care assume resolve trust aim press push challenge attack answer ' +
    'counter address lay present introduce raise stand side weigh point reason maintain project signal list document ' +
    'detail describe present decline continue repeat echo highlight specify quote veto post brief speak talk call hint ' +
    'order offer plan back point guarantee outline label brand concern commit refer imagine hesitate decide enjoy ' +
    'calculate guess desire like reveal demonstrate recall report accept agree hate dislike rip read ' +
    'require invite encourage dismiss concede rule laugh sigh write hold submit figure venture allow charge tear relate relay leak ' +
    'volunteer recite vouch stipulate snap growl bark bellow shrug nod sniff snort thunder crow roar sob chuckle fire hit ' +
    'lash sum brush wave moan rant vent preach chime campaign dare duck evade resist salute insult taunt equate credit ' +
    'rate cheer float bet wager aim spell play single shy learn discover notice remember forget determine dream ' +
    'admire illustrate peg smear savage trash bash contemplate prod nudge deflect regret suppose'
  ).split(' '),
);
