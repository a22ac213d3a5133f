/** How a word shows the writer's own voice, and whether it is a role; bits of a byte. */
export const Voice = {
  /** must, should, essential: what ought to be */
  demand: 1,
  /** may, will, likely: what is to come */
  prediction: 2,
  /** serious, failed, unfortunately: how it is to be judged */
  judgement: 4,
  /** is, are, have: speaks of the present, as argument does and narrative does not */
  present: 8,
  /** I, we, our, you */
  firstPerson: 16,
  /** was, were, had, past tense of common verbs of events */
  past: 32,
  /** president, spokesman: a title or a role */
  role: 64,
  /** many, some: a number of people, where no noun follows */
  quantity: 128,
} as const;

const lists: readonly (readonly [number, string])[] = [
  [
    Voice.demand,
    'must should ought essential necessary imperative indispensable vital crucial urgent urgently need needs needed ' +
      'require requires necessity desirable advisable',
  ],
  [
    Voice.prediction,
    'will would could may might likely unlikely inevitably inevitable risk risks possible possibly potential potentially ' +
      'perhaps maybe probably prospect prospects eventually threatens prone doomed bound',
  ],
  [
    Voice.judgement,
    'clear clearly obvious obviously evident evidently undoubtedly doubt certainly surely indeed unfortunately fortunately ' +
      'regrettably regrettable deplorable lamentable sadly natural naturally understandable reasonable unreasonable ' +
      'appropriate inappropriate realistic unrealistic serious seriously grave severe dire alarming worrying worrisome ' +
      'troubling disturbing concern concerns concerned difficult difficulty hard tough daunting challenging important ' +
      'importance significant significantly critical key decisive fundamental fundamentally profound remarkable remarkably ' +
      'impressive extraordinary exceptional exceptionally rare unprecedented historic notable noteworthy unacceptable ' +
      'intolerable outrageous shameful disgraceful irresponsible reckless dangerous perilous risky harmful damaging ' +
      'detrimental destructive devastating catastrophic disastrous tragic terrible horrible awful bad worse worst poor ' +
      'poorly weak weaker weakness strong stronger strength good better best great greatest excellent wise unwise foolish ' +
      'absurd ridiculous ironic paradoxical contradictory hypocritical misguided mistaken mistake wrong wrongly right ' +
      'rightly unfair fair just unjust legitimate illegitimate justified unjustified excessive insufficient inadequate ' +
      'sufficient adequate meaningful meaningless useful useless futile pointless effective ineffective effectively ' +
      'successful success successfully fail fails failed failure failing fiasco disaster crisis catastrophe tragedy ' +
      'predicament dilemma deadlock stalemate setback blow obstacle obstacles threat menace danger hopeful ' +
      'promising encouraging welcome positive negative bleak uncertain uncertainty unclear doubtful questionable dubious ' +
      'suspicious mere merely only simply hardly scarcely barely little too enough very quite rather extremely highly ' +
      'deeply utterly totally completely truly really far more most less least perfect imperfect ideal lesson lessons ' +
      'merit merits value worth worthwhile worthy deserve deserves amount amounts amounted mean means meant imply implies ' +
      'seem seems seemed appear appears appeared suggests signals reflects underscores illustrates demonstrates proves ' +
      'shows reveals explains matters lacks lack afford cannot inability unable impossible unsustainable vulnerable ' +
      'fragile volatile complex complicated complexity vague ambiguous problem problems problematic issue question ' +
      'questions reason reasons why thus therefore hence nevertheless nonetheless however yet still instead contrary ' +
      'effectively essentially basically arguably apparently presumably supposedly aggression brutal cruel ' +
      'heinous barbaric courageous heroic brave noble admirable commendable laudable praiseworthy proud pride shame ' +
      'embarrassing humiliating emboldened undermines undermine erodes weakens strengthens hinder hinders hampers ' +
      'jeopardizes endangers exacerbates aggravates worsens deteriorated deteriorating improve improves aims seeks ' +
      'challenge challenges responsibility duty obligation blame fault stigma backfire sense nonsense truth myth',
  ],
  [Voice.present, 'is are has have does do remains remain isn aren hasn haven doesn don'],
  [Voice.quantity, 'many some most others several few both all'],
  [Voice.firstPerson, 'I we our us my me ourselves let'],
  [
    Voice.past,
    'was were had did met held visited arrived left signed began ended took made gave went came became won lost killed ' +
      'died born joined opened closed launched founded established moved returned attended received sent',
  ],
];

/** The voices of all words listed here. */
export function opinionWordsEn(): Map<string, number> {
  const voices = new Map<string, number>();
  for (const [voice, words] of lists) {
    for (const word of words.split(' ')) {
      voices.set(word, (voices.get(word) ?? 0) | voice);
    }
  }
  return voices;
}
